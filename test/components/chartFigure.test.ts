import { expect, test } from "vitest";
import { chartFigure } from "../../src/components/chartFigure.js";
import { curve } from "../../src/components/curve.js";
import { waterfall } from "../../src/components/waterfall.js";
import { percent0 } from "../../src/lib/format.js";
import { useLanguage } from "../../src/lib/language.js";
import { zh } from "../../src/languages/zh.js";
import { dataOf, faultsOf, withDocument } from "./document.js";

withDocument();

const chart = () => document.createElement("div");

test("a chart carries its data as a closed table with a caption, row heads and formatted numbers", () => {
  const figure = chartFigure(chart(), {
    label: "Margin by year", summary: "It rose",
    rows: [{ year: "2024", margin: 0.4 }, { year: "2025", margin: null }],
    columns: [{ label: "Year", value: ({ year }) => year }, { label: "Margin", value: ({ margin }) => margin, format: percent0 }],
  });
  expect(figure.tagName).toBe("FIGURE");
  expect(figure.querySelector("figcaption")!.textContent).toBe("It rose");
  expect(figure.querySelector("details")!.hasAttribute("open")).toBe(false);
  expect(figure.querySelector("caption")!.textContent).toBe("Data of: Margin by year");
  expect(dataOf(figure)).toEqual([["Year", "Margin"], ["2024", "40%"], ["2025", "–"]]);
  expect([...figure.querySelectorAll("tbody th[scope=row]")].map((cell) => cell.textContent)).toEqual(["2024", "2025"]);
  expect([...figure.querySelectorAll("thead th")].map((cell) => cell.className)).toEqual(["text", "number"]);
});

test("a long table shows forty rows, the first and the last among them, and says so", () => {
  const rows = Array.from({ length: 101 }, (_, index) => index);
  const figure = chartFigure(chart(), { label: "x", rows, columns: [{ label: "n", value: (row) => row }] });
  const shown = dataOf(figure).slice(1).map(([cell]) => Number(cell));
  expect([shown.length, shown[0], shown.at(-1), new Set(shown).size]).toEqual([40, 0, 100, 40]);
  expect(figure.querySelector(".note")!.textContent).toBe("40 of 101 rows, evenly chosen; the CSV has them all.");
  expect(chartFigure(chart(), { label: "x", rows: rows.slice(0, 40), columns: [{ label: "n", value: (row) => row }] }).querySelector(".note")).toBeNull();
});

test("a chart without data has no table, and text of the data stays text", () => {
  expect(chartFigure(chart(), { label: "x", rows: [], columns: [] }).querySelector("details")).toBeNull();
  const figure = chartFigure(chart(), { label: "<b>x</b>", rows: ["<img src=x>"], columns: [{ label: "n", value: (row) => row }] });
  expect(figure.querySelector("img, b")).toBeNull();
});

test("the table speaks the language in use", () => {
  useLanguage("zh", zh);
  try {
    expect(chartFigure(chart(), { label: "x", rows: [1], columns: [{ label: "n", value: (row) => row }] }).querySelector("summary")!.textContent).toBe("数据表");
  } finally {
    useLanguage("en");
  }
});

test("a waterfall tells its steps and the level after each", () => {
  const figure = waterfall([{ name: "Before", value: 100, isTotal: true }, { name: "Lost", value: -45 }, { name: "Now", value: 55, isTotal: true }],
    { label: "x", format: String, changeFormat: (value) => `${(value ?? 0) > 0 ? "+" : ""}${value}` });
  expect(dataOf(figure)).toEqual([["Step", "Amount", "Level after it"], ["Before", "100", "100"], ["Lost", "-45", "55"], ["Now", "55", "55"]]);
  expect(faultsOf(figure)).toEqual([]);
});

test("a curve tells its points", () => {
  const figure = curve([{ x: 0, y: 0 }, { x: 0.2, y: 0.8 }, { x: 1, y: 1 }], { label: "x", xLabel: "Customers", yLabel: "Revenue" });
  expect(dataOf(figure)).toEqual([["Customers", "Revenue"], ["0.0%", "0.0%"], ["20.0%", "80.0%"], ["100.0%", "100.0%"]]);
  expect(faultsOf(figure)).toEqual([]);
});
