import { html } from "htl";
import { phrase, t } from "../lib/language.js";
import type { Context } from "../lib/page.js";

/** In place of a chart whose input is not supplied: what to supply, and what it would then show. */
export function emptyState(context: Context, entities: string[], shows: string): HTMLElement {
  return html`<section class="card span-12 empty-state">
    <h2>${t`No data yet`}</h2>
    <p>${t`${shows} This needs an input that the project does not supply:`}</p>
    <dl>${entities.map((name) => {
      const entity = context.entity(name);
      return html.fragment`<div><dt><code>entities.${entity.name}</code> ${t`in project.yaml`}</dt><dd>${t`${phrase(entity.grain)}. Enables: ${lowerFirst(phrase(entity.enables))}.`}</dd></div>`;
    })}</dl>
  </section>`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
