import type { Texts } from "../../lib/language.js";

/** Texts of the overview. */
export const overview: Texts = {
};
