import * as d3 from "d3";
import { html } from "htl";
import { count, day } from "../lib/format.js";
import { t } from "../lib/language.js";
import { rowsApart } from "./labels.js";

/** An event that explains a bend. */
export interface Annotation {
  /** ISO date it happened or began. */
  date: string;
  text: string;
  end_date?: string | null;
  region?: string | null;
}

/** An event of a chart, by its number and where it stands. */
export interface NumberedAnnotation {
  annotation: Annotation;
  number: number;
  at: Date;
  until: Date | null;
}

/** Events at most: more would be a calendar. */
const MAX_ANNOTATIONS = 8;
/** Height of a row of their numbers, and the width that one of them needs [px]. */
export const MARK = 17;

/** The start of a day, as axes place it. */
export const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * The newest events within a chart, numbered from the oldest of them on, and how many older ones there are.
 *
 * @param dates of the chart's points
 */
export function annotationsWithin(annotations: readonly Annotation[], dates: readonly Date[]): { events: NumberedAnnotation[]; left: number } {
  const [first, last] = d3.extent(dates);
  if (!first) return { events: [], left: 0 };
  // A point stands for the time up to the next one, and so does the last.
  const times = [...new Set(dates.map(Number))].sort(d3.ascending);
  const end = Number(last) + (times.length > 1 ? Number(last) - times.at(-2)! : 0);
  const within = annotations.filter(({ date }) => Number(utc(date)) >= Number(first) && Number(utc(date)) <= end)
    .sort((a, b) => d3.ascending(a.date, b.date) || d3.ascending(a.text, b.text));
  const earliest = (date: Date) => new Date(Math.min(Number(date), Number(last)));
  return {
    events: within.slice(-MAX_ANNOTATIONS).map((annotation, index) => ({
      annotation, number: index + 1, at: earliest(utc(annotation.date)), until: annotation.end_date ? earliest(utc(annotation.end_date)) : null,
    })),
    left: Math.max(0, within.length - MAX_ANNOTATIONS),
  };
}

/** Events in as many rows as it takes that their numbers do not overlap, the lowest row first. */
export function annotationRows(events: NumberedAnnotation[], x: (date: Date) => number): NumberedAnnotation[][] {
  const rows = rowsApart(events.map(({ at }) => [x(at) - MARK / 2, x(at) + MARK / 2]));
  return d3.range(rows.length === 0 ? 0 : Math.max(...rows) + 1).map((row) => events.filter((_, index) => rows[index] === row));
}

/** What happened, by number: below the chart. */
export const annotationList = (events: NumberedAnnotation[], left: number): HTMLElement => html`<div class="chart-notes">
  <ol>${events.map(({ annotation: { date, end_date, text, region } }) => html.fragment`<li><span class="when">${end_date ? t`${day(date)} to ${day(end_date)}` : day(date)}</span> ${region && !text.includes(region) ? `${text} (${region})` : text}</li>`)}</ol>
  ${left > 0 ? html`<p class="note">${t`${count(left, "earlier event")} not shown`}</p>` : null}
</div>`;
