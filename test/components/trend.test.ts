import { expect, test } from "vitest";
import type { Annotation } from "../../src/components/annotations.js";
import { trend } from "../../src/components/trend.js";
import { zh } from "../../src/languages/zh.js";
import { integer } from "../../src/lib/format.js";
import { useLanguage } from "../../src/lib/language.js";
import { dataOf, drawingOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const months = (count: number) => Array.from({ length: count }, (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`);
const line = (count: number, name = "Revenue") => ({ name, points: months(count).map((date, index) => ({ date, value: 100 + index })) });
const options = { label: "Revenue by month", format: integer };
const notes = (figure: Element) => [...figure.querySelectorAll(".chart-notes li")].map((note) => note.textContent);
/** Places of the numbers above the frame, by screen: a number and where it stands. */
const numbersOf = (figure: Element, screen: "wide" | "narrow") =>
  [...drawingOf(figure, screen).svg.querySelectorAll("text")].filter((text) => /^[1-9]$/.test(text.textContent)).map((text) => {
    const moves = `${text.parentElement!.getAttribute("transform") ?? ""} ${text.getAttribute("transform") ?? ""}`.matchAll(/translate\(([-\d.]+)(?:,([-\d.]+))?\)/g);
    const [x, y] = [...moves].reduce(([x, y], move) => [x + Number(move[1]), y + Number(move[2] ?? 0)], [0, 0]);
    return { number: text.textContent, x, y };
  });

test("each line is named at its end with its last value, and the data stands in a table by month", () => {
  const figure = trend([line(3), { name: "Year before", isDashed: true, points: [{ date: "2024-02-01", value: 90 }, { date: "2024-03-01", value: null }] }], options);
  expect(textsOf(figure)).toContain("Revenue|102");
  expect(dataOf(figure)).toEqual([["Month", "Revenue", "Year before"], ["Jan 2024", "100", "–"], ["Feb 2024", "101", "90"], ["Mar 2024", "102", "–"]]);
  expect(figure.querySelectorAll("svg[role=img]")).toHaveLength(2);
  expect(faultsOf(figure)).toEqual([]);
});

test("in Chinese months and years of the axis, of events and of the table stand as Chinese writes them", () => {
  useLanguage("zh", zh);
  try {
    const figure = trend([line(18, "收入")], { ...options, annotations: [{ date: "2024-03-05", text: "New shop" }] });
    const axis = textsOf(figure).filter((text) => /[年月]|[A-Z][a-z]{2}|20\d\d/.test(text));
    expect(axis[0]).toBe("1月|2024年");
    expect(axis).toContain("1月|2025年");
    for (const text of axis) expect(text).toMatch(/^\d{1,2}月(\|20\d\d年)?$/);
    // On a phone, and over many years.
    expect(drawingOf(figure, "narrow").texts.filter((text) => /[A-Z][a-z]{2}/.test(text))).toEqual([]);
    const years = trend([{ name: "收入", points: [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => ({ date: `${year}-01-01`, value: year })) }], options);
    const ticks = drawingOf(years, "narrow").texts.filter((text) => /20\d\d/.test(text) && !text.startsWith("收入"));
    expect(ticks.length).toBeGreaterThan(2);
    for (const tick of ticks) expect(tick).toMatch(/^20\d\d年$/);
    expect(notes(figure)).toEqual(["2024年3月5日 New shop"]);
    expect(dataOf(figure)[1]![0]).toBe("2024年1月");
  } finally {
    useLanguage("en");
  }
});

test("an axis has as many months as have room, so that no year runs into another", () => {
  const points = Array.from({ length: 24 }, (_, index) => ({ date: `${2023 + Math.floor((index + 6) / 12)}-${String(((index + 6) % 12) + 1).padStart(2, "0")}-01`, value: index }));
  const figure = trend([{ name: "Revenue", points }], options);
  const ticks = (screen: "wide" | "narrow") => drawingOf(figure, screen).texts.filter((text) => /^[A-Z][a-z]{2}(\||$)/.test(text));
  expect(ticks("narrow")).toEqual(["Jul|2023", "Jan|2024", "Jul", "Jan|2025"]);
  expect(ticks("wide")).toEqual(["Jul|2023", "Oct", "Jan|2024", "Apr", "Jul", "Oct", "Jan|2025", "Apr"]);
});

test("events are numbered from left to right and told below, with their end and region", () => {
  const figure = trend([line(12)], { ...options, annotations: [
    { date: "2024-09-01", text: "Prices up 6%, in Benelux 9%", region: "Benelux" },
    { date: "2024-03-05", text: "New <b>shop</b>", end_date: null, region: "North" },
    { date: "2024-04-01", end_date: "2024-05-31", text: "Strike" },
  ] });
  expect(notes(figure)).toEqual(["5 March 2024 New <b>shop</b> (North)", "1 April 2024 to 31 May 2024 Strike", "1 September 2024 Prices up 6%, in Benelux 9%"]);
  expect(numbersOf(figure, "wide").map(({ number }) => number).sort()).toEqual(["1", "2", "3"]);
  expect(figure.querySelector(".chart-notes .note")).toBeNull();
  expect(faultsOf(figure)).toEqual([]);
});

test("numbers of events that lie close do not overlap, on a phone either", () => {
  const annotations: Annotation[] = Array.from({ length: 8 }, (_, index) => ({ date: `2024-06-${String(10 + index).padStart(2, "0")}`, text: `Event ${index}` }));
  const figure = trend([line(24)], { ...options, annotations });
  for (const screen of ["wide", "narrow"] as const) {
    const numbers = numbersOf(figure, screen);
    expect(numbers).toHaveLength(8);
    for (const [index, one] of numbers.entries()) {
      for (const other of numbers.slice(index + 1)) expect(Math.abs(one.x - other.x) >= 16 || Math.abs(one.y - other.y) >= 16, `${one.number} and ${other.number}`).toBe(true);
    }
  }
});

test("of many events the eight newest within the chart are shown, the rest are counted", () => {
  const annotations = months(12).map((date) => ({ date, text: `In ${date}` }));
  const figure = trend([line(12)], { ...options, annotations: [...annotations, { date: "2023-12-31", text: "before" }, { date: "2025-01-02", text: "after" }] });
  expect(notes(figure)).toHaveLength(8);
  expect(notes(figure)[0]).toBe("1 May 2024 In 2024-05-01");
  expect(figure.querySelector(".chart-notes .note")!.textContent).toBe("4 earlier events not shown");
});

test("an event of the last month belongs to the chart, though its point stands at the first", () => {
  expect(notes(trend([line(3)], { ...options, annotations: [{ date: "2024-03-20", text: "Late" }, { date: "2024-04-02", text: "Next" }] }))).toEqual(["20 March 2024 Late"]);
});

test("without points there are no events, and nothing breaks", () => {
  const figure = trend([{ name: "Revenue", points: [] }], { ...options, annotations: [{ date: "2024-03-20", text: "x" }] });
  expect(notes(figure)).toEqual([]);
  expect(figure.querySelector("details")).toBeNull();
  expect(faultsOf(figure)).toEqual([]);
});

test("a band is drawn and stands in the table; a line that ends before it keeps its name", () => {
  const figure = trend([line(3), { name: "Forecast", points: [{ date: "2024-03-01", value: 102 }, { date: "2024-04-01", value: 103 }] }], {
    ...options, band: { name: "80%", points: [{ date: "2024-04-01", low: 90, high: 120 }] },
  });
  expect(dataOf(figure)[0]).toEqual(["Month", "Revenue", "Forecast", "80%, from", "80%, to"]);
  expect(dataOf(figure).at(-1)).toEqual(["Apr 2024", "–", "103", "90", "120"]);
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["Revenue", "Forecast|103"]));
});

test("a line that ends within the chart has its name where the line is not: below where it comes down to its end", () => {
  /** How far below the end of the line its name stands, in pixels. */
  const place = (values: number[]) => {
    const figure = trend([{ name: "Past", points: values.map((value, index) => ({ date: months(6)[index]!, value })) }, { name: "Ahead", points: [{ date: months(6)[5]!, value: 20 }] }], options);
    const [text] = [...drawingOf(figure).svg.querySelectorAll("text")].filter(({ textContent }) => textContent === "Past");
    return Math.round(Number(/translate\([-\d.]+,([-\d.]+)\)/.exec(text!.parentElement!.getAttribute("transform")!)![1]));
  };
  expect(place([90, 80, 70, 60])).toBe(14);
  expect(place([10, 20, 30, 60])).toBe(14);
  expect(place([100, 20, 30, 60])).toBe(-12);
  // At the bottom there is no room below.
  expect(place([100, 50, 20, 5])).toBe(-12);
});
