import { html } from "htl";

export type GradeTone = "good" | "warn" | "bad" | "neutral";

/** A grade as a small box: the letter says it, the colour only helps to find it. */
export const gradeBadge = (grade: string, tone: GradeTone): HTMLElement => html`<span class=${`badge badge-${tone}`}>${grade}</span>`;
