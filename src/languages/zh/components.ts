import type { Texts } from "../../lib/language.js";

/** Texts of the components and the frame of each page. */
export const components: Texts = {
};
