import type { Texts } from "../../lib/language.js";

/** Texts of the page on value. */
export const value: Texts = {
};
