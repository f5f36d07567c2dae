import { html } from "htl";
import { customerLink } from "../../components/customerLink.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { integer } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Value } from "../../lib/page.js";
import type { SettingRow } from "../../pages/whatIf/rows.js";
import { firstRows, type Compare } from "../../whatIf/groups.js";
import { csv } from "../../lib/csv.js";
import { save } from "../save.js";
import { carryOver } from "../links.js";
import { enhanceTables } from "../tables.js";
import type { Columns } from "./data.js";

/** Customers that are shown; the file has all of them. */
export const SHOWN = 20;
/** Of these, how many stand open. */
const OPEN = 8;

export interface Slider {
  element: HTMLElement;
  value(): number;
  set(value: number, bounds?: { min: number; max: number }): void;
  /** What the value means, in words with its unit, and what follows from it. */
  say(text: string, note?: string): void;
}

let sliders = 0;

/**
 * A native range, with a label above it, its value in words and the ends of its scale; `moved` is told of each step.
 *
 * @param scale how a value reads at an end of the scale
 */
export function slider(label: string, { min, max }: { min: number; max: number }, scale: (value: number) => string, moved: () => void): Slider {
  const id = `slider-${++sliders}`;
  const input = html`<input type="range" id=${id} min=${min} max=${max}>` as HTMLInputElement;
  const output = html`<output for=${id}></output>`;
  const remark = html`<p class="slider-note"></p>`;
  // A screen reader says the bounds of the range itself.
  const ends = html`<div class="slider-ends" aria-hidden="true"><span>${scale(min)}</span><span>${scale(max)}</span></div>`;
  input.addEventListener("input", moved);
  return {
    element: html`<div class="slider"><label for=${id}>${label}</label>${output}${input}${ends}${remark}</div>`,
    value: () => Number(input.value),
    set(value, bounds) {
      if (bounds) {
        input.min = String(bounds.min);
        input.max = String(bounds.max);
        for (const [index, end] of [bounds.min, bounds.max].entries()) ends.children[index]!.textContent = scale(end);
      }
      input.value = String(value);
    },
    say(text, note = "") {
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
      remark.textContent = note;
    },
  };
}

/** The parts of a card: what is set, what follows, who moves, how to make it so. */
export interface Panel {
  controls: HTMLElement;
  reset: HTMLButtonElement;
  say(finding: string, tone?: "bad"): void;
  show(part: "result" | "movers" | "recipe", ...content: (Element | string)[]): void;
}

export function panel(body: Element): Panel {
  const controls = html`<div class="sliders"></div>`;
  const reset = html`<button type="button" class="plain-button">${t`Back to the rules as they are`}</button>` as HTMLButtonElement;
  const finding = html`<p class="what-if-finding" role="status"></p>`;
  const parts = { result: html`<div class="what-if-result"></div>`, movers: html`<div class="what-if-movers"></div>`, recipe: html`<div class="what-if-recipe"></div>` };
  body.replaceChildren(controls, reset, finding, parts.result, parts.movers, parts.recipe);
  return {
    controls, reset,
    say(text, tone) {
      if (finding.textContent !== text) finding.textContent = text;
      finding.classList.toggle("bad", tone === "bad");
    },
    show(part, ...content) {
      parts[part].replaceChildren(...content);
      carryOver(parts[part]);
      enhanceTables(parts[part]);
    },
  };
}

/** Draws at most once a frame, however fast a slider moves. */
export function eachFrame(draw: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  };
}

/** A figure now, as it would be, and the difference: three columns; one where no row would differ. */
export function beforeAfter<T>(title: string, rows: readonly T[], { before, after, format, difference }: {
  before(row: T): number; after(row: T): number; format(value: number): string; difference(value: number): string;
}): Column<T>[] {
  const isSame = (row: T) => Math.abs(after(row) - before(row)) < 1e-9;
  if (rows.every(isSame)) return [{ label: title, value: (row) => format(before(row)), align: "right" }];
  return [
    { label: t`${title} now`, value: (row) => format(before(row)), align: "right" },
    { label: t`${title} then`, value: (row) => format(after(row)), align: "right" },
    { label: t`Change`, value: (row) => (isSame(row) ? html`<span class="neutral">${t`none`}</span>` : difference(after(row) - before(row))), align: "right" },
  ];
}

/** A whole number with its sign: +12. */
export const signed = (value: number): string => (value > 0 ? `+${integer(value)}` : integer(value));

/** A figure of the customers that move: as the table shows it, and as the file has it. */
export interface Figure {
  label: string;
  show(row: number): string;
  raw(row: number): Value;
  align?: "right";
}

export interface MoverOptions {
  title: string;
  /** Name of the file, without its ending. */
  file: string;
  /** Who stands before whom. */
  order: Compare;
  shown?: number;
}

/** The first customers of an order, each a link to its page, and a button that gives all of them as a file. */
export function moverList(customers: Columns, rows: readonly number[], figures: Figure[], { title, file, order, shown = SHOWN }: MoverOptions): Element[] {
  if (rows.length === 0) return [];
  const label = (row: number) => customers.text("label", row);
  const take = html`<button type="button" class="plain-button">${t`All ${integer(rows.length)} as a file (CSV)`}</button>`;
  take.addEventListener("click", () => {
    save(`${file}.csv`, csv([t`Customer`, ...figures.map((figure) => figure.label)], rows.toSorted(order).map((row) => [label(row), ...figures.map((figure) => known(figure.raw(row)))])));
  });
  return [
    html`<h4>${title}</h4>`,
    dataTable(firstRows(rows, order, shown), [
      { label: t`Customer`, value: (row) => customerLink(label(row), customers.text("customer_key", row)), isRowHeader: true },
      ...figures.map(({ label: name, show, align }) => ({ label: name, value: show, align })),
    ], { caption: title, noun: "customer", first: OPEN }),
    take,
  ];
}

const known = (value: Value): Value => (typeof value === "number" && Number.isNaN(value) ? null : value);

/** Where the settings stand that would make it so, and the lines to write there. */
export function recipe(places: SettingRow[], yaml: string): Element[] {
  const [{ project_file: project, project_line: line, settings_line: settings, default_file: file, default_line: default_ }] = places as [SettingRow];
  const names = places.map(({ setting }) => setting).join(", ");
  const lines = html`<pre tabindex="0" aria-label=${t`Lines for ${project}`}><code translate="no">${yaml}</code></pre>`;
  const copy = html`<button type="button" class="plain-button">${t`Copy`}</button>`;
  copy.addEventListener("click", () => void copyText(lines, yaml).then((isCopied) => (copy.textContent = isCopied ? t`Copied` : t`Selected: copy with the keyboard`)));
  return [
    html`<h4>${t`To make it so`}</h4>`,
    html`<p>${line !== null ? t`Change ${names} in ${project}, line ${line} (default in ${file}, line ${default_}):`
      : settings !== null ? t`Put ${names} into the settings of ${project}, line ${settings} (default in ${file}, line ${default_}):`
        : t`Put ${names} at the end of ${project} (default in ${file}, line ${default_}):`}</p>`,
    html`<div class="yaml">${lines}${copy}</div>`,
  ];
}

/** Browsers let a page write to the clipboard only over https; else the text is selected for the reader to copy. */
async function copyText(element: HTMLElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
