import { html } from "htl";
import { t } from "../lib/language.js";

export interface Fact {
  /** One sentence, made from the data. */
  text: string;
  tone?: "good" | "bad" | "neutral";
  /** Page with the evidence. */
  href?: string;
  hrefLabel?: string;
}

/** The sentences that matter first. */
export function facts(items: Fact[]): HTMLElement {
  return html`<ol class="facts">${items.map(({ text, tone = "neutral", href, hrefLabel }) =>
    html.fragment`<li class=${tone}><p>${text}${href ? html.fragment` <a href=${href}>${hrefLabel ?? t`Evidence`}</a>` : null}</p></li>`)}</ol>`;
}
