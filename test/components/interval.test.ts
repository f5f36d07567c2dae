import { expect, test } from "vitest";
import { interval } from "../../src/components/interval.js";
import { percent0 } from "../../src/lib/format.js";
import { faultsOf, tableOf, withDocument } from "./document.js";

withDocument();

const options = { caption: "NPS by region", nameTitle: "Region", valueTitle: "NPS", format: percent0 };

test("each estimate stands with its limits, a dot with its whisker, and the line it is held against", () => {
  const table = interval([{ name: "North", value: 0.5, low: 0.25, high: 0.75, detail: "40 answers" }, { name: "South", value: null }], { ...options, domain: [0, 1], reference: { name: "All", value: 0.4 } });
  expect(tableOf(table.querySelector("table")!)).toEqual([
    ["Region", "NPS", expect.stringContaining("All 40%")], ["North40 answers", "50%25% to 75%", ""], ["South", "–", "–"],
  ]);
  expect(table.querySelector("caption")!.textContent).toBe("NPS by region; the line is All, 40%");
  expect(table.querySelector("circle")!.getAttribute("cx")).toBe("50%");
  expect([...table.querySelectorAll("line.interval-whisker")].map((line) => line.getAttribute("x1"))).toEqual(["25%", "25%", "75%"]);
  expect(faultsOf(table)).toEqual([]);
});

test("without limits there is a dot alone; a value beyond the scale is an arrow at its edge", () => {
  const table = interval([{ name: "North", value: 0.5 }, { name: "South", value: 2 }], { ...options, domain: [0, 1] });
  expect(table.querySelectorAll("line.interval-whisker")).toHaveLength(0);
  expect(table.querySelectorAll("circle")).toHaveLength(1);
  expect(table.querySelector("path.interval-dot")!.getAttribute("d")).toContain("l-8");
});

test("the scale holds every interval, equal values and none", () => {
  const ends = (rows: { name: string; value: number | null; low?: number; high?: number }[], zero = false) => [...interval(rows, { ...options, zero }).querySelectorAll(".interval-axis > text")].map((text) => text.textContent);
  expect(ends([{ name: "a", value: 0.31, low: 0.22, high: 0.39 }])).toEqual(["20%", "40%"]);
  expect(ends([{ name: "a", value: 0.31, low: 0.22, high: 0.39 }], true)).toEqual(["0%", "40%"]);
  expect(ends([{ name: "a", value: 1 }])).toEqual(["0%", "200%"]);
  expect(interval([], options).textContent).toBe("None.");
});
