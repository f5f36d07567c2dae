import type { Texts } from "../../lib/language.js";

/** Texts of the page of definitions. */
export const definitions: Texts = {
};
