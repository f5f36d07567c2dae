import { expect, test } from "vitest";
import { multiples, type Panel } from "../../src/components/multiples.js";
import { integer } from "../../src/lib/format.js";
import { dataOf, drawingOf, faultsOf, withDocument } from "./document.js";

withDocument();

const points = (values: (number | null)[], before: (number | null)[] = []) => values.map((value, index) => ({ date: `2025-0${index + 1}-01`, value, before: before[index] ?? null }));
const panels: Panel[] = [
  { name: "North", figure: "180", change: { text: "−10.0%", isGood: false }, points: points([100, 50, 30], [80, 80, 40]) },
  { name: "South <b>", figure: "15", points: points([10, null, 5]) },
];
const draw = (shown: Panel[]) => multiples(shown, { label: "North fell most", format: integer, rows: shown, columns: [{ label: "Region", value: (panel) => panel.name }, { label: "Revenue", value: (panel) => panel.figure, isNumber: true }] });
/** Heights that a course goes through, from the top of its frame. */
const heights = (path: Element) => [...path.getAttribute("d")!.matchAll(/[ML][\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));

test("each frame has its name, figure, change and months, and the data stands in a table", () => {
  const figure = draw(panels);
  expect(drawingOf(figure).texts).toEqual(["North", "180|−10.0%", "100", "Jan 2025", "Mar 2025", "South <b>", "15", "100", "Jan 2025", "Mar 2025"]);
  expect(dataOf(figure)).toEqual([["Region", "Revenue"], ["North", "180"], ["South <b>", "15"]]);
  expect(drawingOf(figure).svg.getAttribute("aria-label")).toBe("North fell most");
  expect(faultsOf(figure)).toEqual([]);
});

test("all frames have one scale, from zero: half the value stands half as high", () => {
  const [north, south] = [...drawingOf(draw(panels)).svg.querySelectorAll("g")].map((frame) => ({
    ground: Number(/M0,([\d.]+)/.exec(frame.querySelectorAll("path")[1]!.getAttribute("d")!)![1]), now: frame.querySelector("path[stroke='var(--series-1)']")!, before: frame.querySelector("path[stroke-dasharray]")!,
  }));
  const above = ({ ground }: { ground: number }, path: Element) => heights(path).map((y) => Math.round((ground - y) * 10) / 10);
  const [hundred, fifty, thirty] = above(north!, north!.now);
  expect(fifty! / hundred!).toBeCloseTo(0.5, 2);
  expect(thirty! / hundred!).toBeCloseTo(0.3, 2);
  expect(above(north!, north!.before)[0]! / hundred!).toBeCloseTo(0.8, 2);
  expect(above(south!, south!.now)[0]! / hundred!).toBeCloseTo(0.1, 2);
  // A month without a value is a gap, no zero.
  expect(south!.now.getAttribute("d")!.match(/M/g)).toHaveLength(2);
});

test("below zero a course goes below the ground, and without any value there is still a frame", () => {
  const losing = drawingOf(draw([{ name: "Loss", figure: "−5", points: points([-10, 5]) }])).svg.querySelector("g")!;
  const ground = Number(/M0,([\d.]+)/.exec(losing.querySelectorAll("path")[1]!.getAttribute("d")!)![1]);
  expect(heights(losing.querySelector("path[stroke='var(--series-1)']")!)[0]).toBeGreaterThan(ground);
  expect(faultsOf(draw([{ name: "Nothing", figure: "–", points: [] }]))).toEqual([]);
});

/** Numbers above a frame, and how far to the right they stand. */
const numbersOf = (figure: Element, screen: "wide" | "narrow" = "wide") => [...drawingOf(figure, screen).svg.querySelectorAll("svg > g")].map((frame) =>
  [...frame.querySelectorAll("circle + text[text-anchor=middle]")].map((text) => [text.textContent, Number(text.getAttribute("x"))]));

test("events are numbered over all frames, stand above those that they concern, and are told once below", () => {
  const prices = { date: "2025-02-01", text: "Prices up 6%" };
  const carrier = { date: "2025-01-10", end_date: "2025-02-10", text: "New carrier delivers late", region: "South" };
  const figure = draw([{ ...panels[0]!, annotations: [prices] }, { ...panels[1]!, annotations: [carrier, prices] }]);
  expect([...figure.querySelectorAll(".chart-notes li")].map((note) => note.textContent)).toEqual(["10 January 2025 to 10 February 2025 New carrier delivers late (South)", "1 February 2025 Prices up 6%"]);
  const [north, south] = numbersOf(figure);
  expect([north!.map(([number]) => number), south!.map(([number]) => number)]).toEqual([["2"], ["1", "2"]]);
  // January has 31 of the 59 days from its first to that of March.
  const last = Number(drawingOf(figure).svg.querySelector("circle[r='3']")!.getAttribute("cx"));
  expect(Number(north![0]![1]) / last).toBeCloseTo(31 / 59, 2);
  expect(faultsOf(figure)).toEqual([]);
});

test("an event outside the months, or of no frame, is nowhere; without events the frames stand as high as ever", () => {
  const height = (figure: Element) => Number(drawingOf(figure).svg.getAttribute("height"));
  const plain = draw(panels);
  const late = draw(panels.map((panel) => ({ ...panel, annotations: [{ date: "2026-01-01", text: "Later" }] })));
  expect([late.querySelector(".chart-notes"), plain.querySelector(".chart-notes")]).toEqual([null, null]);
  expect(height(late)).toBe(height(plain));
  expect(height(draw(panels.map((panel) => ({ ...panel, annotations: [{ date: "2025-02-01", text: "Now" }] }))))).toBeGreaterThan(height(plain));
  expect(faultsOf(draw([{ name: "Nothing", figure: "–", points: [], annotations: [{ date: "2025-02-01", text: "Now" }] }]))).toEqual([]);
});
