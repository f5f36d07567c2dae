import type { Texts } from "../../lib/language.js";

/** Texts of the page on solvency. */
export const solvency: Texts = {
};
