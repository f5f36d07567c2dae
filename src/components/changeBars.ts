import { element, svgElement } from "../lib/element.js";
import { dataTable, type Column, type DataTableOptions } from "./dataTable.js";

/** Changes as rows, in the order given, with bars to the left for losses and to the right for gains, on one scale. */
export function changeBars<T>(rows: T[], { groupTitle, changeTitle, label, change, further = [], ...options }: DataTableOptions & {
  groupTitle: string;
  changeTitle: string;
  label(row: T): string | Element;
  change: { value(row: T): number | null; text(row: T): string };
  further?: Column<T>[];
}): Element {
  const values = rows.map((row) => change.value(row) ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return dataTable(rows, [
    { label: groupTitle, value: label, isRowHeader: true },
    { label: changeTitle, align: "right", value: (row) => element("span", {}, change.text(row), changeBar(change.value(row) ?? 0, low, high)) },
    ...further,
  ], options);
}

/** A bar from the zero of a scale that runs from `low` to `high`; the signed number beside it says the same. */
function changeBar(value: number, low: number, high: number): SVGElement {
  const place = (amount: number) => (high > low ? ((amount - low) / (high - low)) * 100 : 0);
  const start = Math.min(place(0), place(value));
  const width = Math.abs(place(value) - place(0));
  return svgElement("svg", { class: "change-bar", width: "100%", height: "8", "aria-hidden": "true" },
    svgElement("rect", { class: value < 0 ? "bad" : "good", x: `${start}%`, width: `${width}%`, height: "8", rx: "2" }),
    svgElement("rect", { class: "zero", x: `${Math.min(99.3, place(0))}%`, width: "1", height: "8" }));
}
