import type { Texts } from "../../lib/language.js";

/** Texts of the page on RFM and clusters. */
export const rfm: Texts = {
};
