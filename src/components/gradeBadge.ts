import { element } from "../lib/element.js";

export type GradeTone = "good" | "warn" | "bad" | "neutral";

/** A grade as a small box: the letter says it, the colour only helps to find it. */
export const gradeBadge = (grade: string, tone: GradeTone): HTMLElement => element("span", { class: `badge badge-${tone}` }, grade);
