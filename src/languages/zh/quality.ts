import type { Texts } from "../../lib/language.js";

/** Texts of the page on data quality. */
export const quality: Texts = {
};
