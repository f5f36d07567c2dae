import type { Texts } from "../../../lib/language.js";

/** What the marts of quality say. */
export const quality: Texts = {
};
