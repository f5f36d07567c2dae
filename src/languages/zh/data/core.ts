import type { Texts } from "../../../lib/language.js";

/** What the marts of core say. */
export const core: Texts = {
};
