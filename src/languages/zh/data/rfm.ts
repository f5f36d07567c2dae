import type { Texts } from "../../../lib/language.js";

/** What the marts of rfm say. */
export const rfm: Texts = {
};
