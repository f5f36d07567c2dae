import type { Texts } from "../../../lib/language.js";

/** What the marts of solvency say. */
export const solvency: Texts = {
};
