import { html } from "htl";
import { t } from "../lib/language.js";

/** A measure of a cluster against that of all customers. */
export interface ProfileMeasure {
  name: string;
  /** How far from the mean, in the same unit for all measures: standard deviations; null where it is not known. */
  difference: number | null;
  /** The figure itself, with its unit. */
  text: string;
  /** Whether that is well; undefined where it is neither. */
  isGood?: boolean;
}

export interface Profile {
  name: string | Element;
  /** Its size, in words. */
  detail?: string;
  measures: ProfileMeasure[];
}

export interface ClusterProfileOptions {
  /** What a bar measures: "standard deviations from the mean of all customers". */
  unit: string;
  measureTitle?: string;
}

/** What sets each cluster apart: bars from the mean of all, to the right for more and to the left for less, all on one scale. */
export function clusterProfile(profiles: Profile[], { unit, measureTitle = t`Measure` }: ClusterProfileOptions): HTMLElement {
  if (profiles.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const differences = profiles.flatMap(({ measures }) => measures.flatMap(({ difference }) => (difference === null ? [] : [Math.abs(difference)])));
  const widest = Math.max(0, ...differences) || 1;
  return html`<div class="cluster-profiles">
    <ol>${profiles.map(({ name, detail, measures }) => html.fragment`<li>
      <p><b>${name}</b>${detail ? html` <span>${detail}</span>` : null}</p>
      <table>
        <caption class="visually-hidden">${typeof name === "string" ? name : name.textContent}</caption>
        <thead class="visually-hidden"><tr><th scope="col">${measureTitle}</th><th scope="col">${unit}</th></tr></thead>
        <tbody>${measures.map((measure) => html.fragment`<tr><th scope="row">${measure.name}</th><td>${measure.text}${bar(measure, widest)}</td></tr>`)}</tbody>
      </table>
    </li>`)}</ol>
    <p class="note">${t`The line in the middle is the mean of all; bars: ${unit}.`}</p>
  </div>`;
}

/** A bar from the middle; its sign and whether that is well are said too, not shown alone. */
function bar({ difference, isGood }: ProfileMeasure, widest: number): HTMLElement {
  const tone = isGood === undefined ? "series-5" : isGood ? "good" : "bad";
  const length = difference === null ? 0 : (Math.abs(difference) / widest) * 50;
  const words = difference === null ? t`not known` : difference > 0 ? t`above the mean` : difference < 0 ? t`below the mean` : t`at the mean`;
  return html`<svg class="profile-bar" width="100%" height="12" role="img" aria-label=${words}><line class="profile-track" x1="0" x2="100%" y1="6" y2="6"></line><rect class=${tone} x=${`${difference !== null && difference < 0 ? 50 - length : 50}%`} y="1.5" width=${`${length}%`} height="9" rx="1"></rect><line class="profile-mean" x1="50%" x2="50%" y1="0" y2="12"></line></svg>`;
}
