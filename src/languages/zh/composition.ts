import type { Texts } from "../../lib/language.js";

/** Texts of the page on composition. */
export const composition: Texts = {
};
