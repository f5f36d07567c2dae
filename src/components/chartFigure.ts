import { element } from "../lib/element.js";
import { integer, MISSING, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { whenSeen } from "./drawing.js";
import { note } from "./heading.js";

/** A column of the table behind a chart; the first one names the row. */
export interface DataColumn<T> {
  label: string;
  value(row: T): string | number | Element | null | undefined;
  /** How its numbers read; whole numbers where absent. */
  format?: Format;
  /** Whether text of it is numbers already formatted, which stand right as numbers do. */
  isNumber?: boolean;
}

export interface ChartFigureOptions<T> {
  /** What the chart shows, for those who cannot see it: the same as the chart's own label. */
  label: string;
  /** What the drawing says that its label does not, read out after it. */
  summary?: string;
  /** What is drawn. */
  rows: T[];
  columns: DataColumn<T>[];
}

/** Rows of such a table at most: it is there to be read, not to be computed with. */
const MAX_ROWS = 40;

/** A chart with the data it draws, as a table that is opened where the drawing does not help. */
export function chartFigure<T>(chart: Element, { label, summary, rows, columns }: ChartFigureOptions<T>): HTMLElement {
  return element("figure", { class: "chart-figure" }, chart, summary ? element("figcaption", { class: "visually-hidden" }, summary) : null, rows.length > 0 ? dataOf(rows, columns, label) : null);
}

function dataOf<T>(rows: T[], columns: DataColumn<T>[], label: string): HTMLElement {
  const shown = thinned(rows);
  const kinds = columns.map((column) => ((column.isNumber ?? rows.some((row) => typeof column.value(row) === "number")) ? "number" : "text"));
  const text = ({ value, format = integer }: DataColumn<T>, row: T) => {
    const found = value(row);
    return typeof found === "number" ? format(found) : (found ?? MISSING);
  };
  const caption = t`Data of: ${label}`;
  const table = () => element("table", {},
    element("caption", { class: "visually-hidden" }, caption),
    element("thead", {}, element("tr", {}, ...columns.map((column, index) => element("th", { scope: "col", class: kinds[index]! }, column.label)))),
    element("tbody", {}, ...shown.map((row) => element("tr", {}, ...columns.map((column, index) =>
      element(index === 0 ? "th" : "td", { scope: index === 0 ? "row" : null, class: kinds[index]! }, text(column, row)))))));
  return element("details", { class: "chart-data" }, element("summary", {}, t`Data table`),
    whenSeen(element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption }), table),
    shown.length < rows.length ? note(t`${integer(shown.length)} of ${integer(rows.length)} rows, evenly chosen; the CSV has them all.`) : null);
}

/** As many rows as can be read, evenly chosen, the first and the last among them. */
function thinned<T>(rows: T[]): T[] {
  if (rows.length <= MAX_ROWS) return rows;
  return Array.from({ length: MAX_ROWS }, (_, index) => rows[Math.round((index * (rows.length - 1)) / (MAX_ROWS - 1))]!);
}
