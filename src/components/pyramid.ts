import { html, svg } from "htl";
import { t } from "../lib/language.js";

export interface PyramidTier {
  name: string | Element;
  /** Share of customers, and of what they are ranked by, from 0 to 1; null where it is not known. */
  customerShare: number | null;
  valueShare: number | null;
  customers: string;
  value: string;
  detail: string;
}

/**
 * Tiers from the top, each with its share of customers to the left and its share of value to the right: the picture of
 * few customers carrying much.
 */
export function pyramid(tiers: PyramidTier[], { caption, customersTitle = t`Customers`, valueTitle }: { caption: string; customersTitle?: string; valueTitle: string }): HTMLElement {
  const bar = (share: number | null, side: "left" | "right") => {
    const width = Math.max(0, Math.min(1, share ?? 0)) * 100;
    return html`<svg class="pyramid-bar" width="100%" height="22" aria-hidden="true">
      ${share === null ? null : svg.fragment`<rect class=${side === "left" ? "series-5" : "series-1"} x=${side === "left" ? `${100 - width}%` : "0"} width=${`${width}%`} height="22"></rect>`}
    </svg>`;
  };
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}><table class="pyramid">
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr><th scope="col" class="number">${customersTitle}</th><th scope="col" class="tier">${t`Tier`}</th><th scope="col">${valueTitle}</th></tr></thead>
    <tbody>${tiers.map((tier) => html.fragment`<tr>
      <td class="number">${bar(tier.customerShare, "left")}${tier.customers}</td>
      <th scope="row" class="tier">${tier.name}<small>${tier.detail}</small></th>
      <td>${bar(tier.valueShare, "right")}${tier.value}</td>
    </tr>`)}</tbody>
  </table></div>`;
}
