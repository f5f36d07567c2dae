import type { Texts } from "../../../lib/language.js";

/** What the marts of composition say. */
export const composition: Texts = {
};
