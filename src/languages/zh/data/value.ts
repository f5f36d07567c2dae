import type { Texts } from "../../../lib/language.js";

/** What the marts of value say. */
export const value: Texts = {
};
