import { expect, test } from "vitest";
import { rankedBars } from "../../src/components/rankedBars.js";
import { segmentBar } from "../../src/components/segmentBar.js";
import { stackedBar, type Part } from "../../src/components/stackedBar.js";
import { integer } from "../../src/lib/format.js";
import { faultsOf, tableOf, withDocument } from "./document.js";

/* Bars: ranked groups, parts of a whole in a card, and in the cell of a table. */

withDocument();

interface Group { name: string; size: number | null }

const ranked = (rows: Group[]) => rankedBars(rows, {
  caption: "Regions by size", empty: "No region.", groupTitle: "Region", figureTitle: "Size", label: ({ name }) => name,
  figure: { value: ({ size }) => size, text: ({ size }) => integer(size) }, further: [{ label: "Note", value: ({ size }) => (size === null ? "not counted" : "counted") }],
});
/** Length of the bar of each row; null where it has none. */
const lengthsOf = (drawn: Element) => [...drawn.querySelectorAll("tbody tr")].map((row) => row.querySelector("svg rect:not(.track)")?.getAttribute("width") ?? null);

test("groups stand in the order given, each with its figure, and a bar against the largest", () => {
  const drawn = ranked([{ name: "North", size: 20 }, { name: "South", size: 80 }, { name: "West", size: 40 }]);
  expect(tableOf(drawn.querySelector("table")!)).toEqual([["Region", "Size", "Note"], ["North", "20", "counted"], ["South", "80", "counted"], ["West", "40", "counted"]]);
  expect(lengthsOf(drawn)).toEqual(["25%", "100%", "50%"]);
  expect([...drawn.querySelectorAll("th[scope=row]")].map((cell) => cell.textContent)).toEqual(["North", "South", "West"]);
  expect(drawn.querySelector("caption")!.textContent).toBe("Regions by size");
});

test("a group whose size is not known has a dash and no bar; nothing has a bar of no length, and so has what is below it", () => {
  const drawn = ranked([{ name: "North", size: 10 }, { name: "South", size: null }, { name: "West", size: 0 }, { name: "Returns", size: -5 }]);
  expect(tableOf(drawn.querySelector("table")!).slice(1).map(([, size]) => size)).toEqual(["10", "–", "0", "−5"]);
  expect(lengthsOf(drawn)).toEqual(["100%", null, "0%", "0%"]);
  expect(lengthsOf(ranked([{ name: "North", size: 0 }]))).toEqual(["0%"]);
  expect(faultsOf(drawn)).toEqual([]);
});

test("without groups a sentence stands there, and names stay text", () => {
  expect(ranked([]).textContent.trim()).toBe("No region.");
  const drawn = ranked([{ name: "<img src=x onerror=alert(1)>", size: 1 }]);
  expect(drawn.querySelector("img")).toBeNull();
  expect(drawn.querySelector("th[scope=row]")!.textContent).toBe("<img src=x onerror=alert(1)>");
});

const part = (name: string, value: number, tone: Part["tone"] = "series-1"): Part => ({ name, value, text: `${integer(value)} clients`, tone });
/** Where each part begins and how wide it is, in per cent. */
const spansOf = (bar: Element) => [...bar.querySelectorAll("rect")].map((rect) => [rect.getAttribute("x"), rect.getAttribute("width")]);

test("parts of a whole lie one after the other, and each is named below with its figure", () => {
  const drawn = stackedBar([part("Safe", 5, "good"), part("Grey", 3, "warn"), part("Distress", 2, "bad")], { label: "Clients by zone" });
  expect(spansOf(drawn.querySelector("svg[role=img]")!)).toEqual([["0%", "50%"], ["50%", "30%"], ["80%", "20%"]]);
  expect(drawn.querySelector("svg[role=img]")!.getAttribute("aria-label")).toBe("Clients by zone");
  expect([...drawn.querySelectorAll("li")].map((item) => item.textContent.trim())).toEqual(["Safe 5 clients", "Grey 3 clients", "Distress 2 clients"]);
  // The colour of a name is that of its part.
  expect([...drawn.querySelectorAll("li rect")].map((rect) => rect.getAttribute("class"))).toEqual(["good", "warn", "bad"]);
});

test("one part is the whole; none, or nothing to divide, draws no part, and what is below zero has no width", () => {
  expect(spansOf(stackedBar([part("All", 7)], { label: "x" }).querySelector("svg[role=img]")!)).toEqual([["0%", "100%"]]);
  expect(spansOf(stackedBar([], { label: "x" }).querySelector("svg[role=img]")!)).toEqual([]);
  expect(spansOf(stackedBar([part("None", 0), part("Neither", 0)], { label: "x" }).querySelector("svg[role=img]")!)).toEqual([["0%", "0%"], ["0%", "0%"]]);
  const drawn = stackedBar([part("Credit", -4), part("Owed", 4)], { label: "x" });
  expect(spansOf(drawn.querySelector("svg[role=img]")!)).toEqual([["0%", "0%"], ["0%", "100%"]]);
  expect(drawn.querySelector("li")!.textContent.trim()).toBe("Credit −4 clients");
  expect(faultsOf(drawn)).toEqual([]);
});

test("names of parts stay text", () => {
  const drawn = stackedBar([part("</ul><script>x</script>", 1)], { label: "\" onload=\"x" });
  expect(drawn.querySelector("script, [onload]")).toBeNull();
  expect(drawn.querySelector("b")!.textContent).toBe("</ul><script>x</script>");
});

test("the bar of a cell has its parts side by side, and says them to whoever cannot see it", () => {
  const bar = segmentBar([{ value: 3, tone: "band-strong" }, { value: 0, tone: "band-weak" }, { value: 1, tone: "band-critical" }], { label: "3 strong, 0 weak and 1 critical" });
  expect(spansOf(bar)).toEqual([["0%", "75%"], ["75%", "0%"], ["75%", "25%"]]);
  expect([...bar.querySelectorAll("rect")].map((rect) => rect.getAttribute("class"))).toEqual(["band-strong", "band-weak", "band-critical"]);
  expect([bar.getAttribute("role"), bar.getAttribute("aria-label")]).toEqual(["img", "3 strong, 0 weak and 1 critical"]);
  expect(spansOf(segmentBar([], { label: "nothing" }))).toEqual([]);
  expect(segmentBar([], { label: "<b>" }).getAttribute("aria-label")).toBe("<b>");
});
