import { html } from "htl";
import { day } from "../lib/format.js";
import type { AnyTable, Context } from "../lib/page.js";

export interface CardOptions {
  /** What the chart shows, as a finding made from the data where there is one. */
  title: string;
  /** What is measured, over what, in which unit. */
  subtitle?: string;
  /** The exports whose numbers the card shows. */
  sources: AnyTable[];
  /** Width in twelfths of the page. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 12;
}

/** A frame that says what its numbers are, of which day, from which marts, and by which SQL. */
export function card(context: Pick<Context, "asOfDate">, { title, subtitle, sources, span = 6 }: CardOptions, ...content: (Element | string | null | undefined)[]): HTMLElement {
  return html`<section class=${`card span-${span}`}>
    <header><h3>${title}</h3>${subtitle ? html`<p class="subtitle">${subtitle}</p>` : null}</header>
    <div class="card-body">${content}</div>
    ${provenance(context, sources)}
  </section>`;
}

/** The line below a number: as-of date, marts, and the SQL behind it. */
export function provenance(context: Pick<Context, "asOfDate">, sources: CardOptions["sources"]): HTMLElement {
  const marts = [...new Map(sources.flatMap((source) => source.marts).map((mart) => [mart.name, mart])).values()];
  return html`<footer class="provenance">
    <p>As of ${day(context.asOfDate)}${marts.map((mart, index) => html`<span>${index > 0 ? ", " : " · "}<a href=${`./definitions#${mart.name}`}>${mart.name}</a></span>`)}</p>
    <details>
      <summary>How is this computed?</summary>
      ${sources.map((source) => html`<div class="sql">
        <p><code>${source.path}</code>${source.marts.length === 0 ? " reads the record of the run" : " picks from "}${source.marts.map((mart, index) => html`<span>${index > 0 ? ", " : ""}<a href=${`./definitions#${mart.name}`}><code>${mart.path}</code></a></span>`)}${source.marts.length === 0 ? "" : ", where the formulas stand"} · <a href=${`./${source.file}`} download=${source.file.split("/").at(-1)}>data</a></p>
        <pre tabindex="0" aria-label=${`SQL of ${source.path}`}><code>${source.sql}</code></pre>
      </div>`)}
    </details>
  </footer>`;
}
