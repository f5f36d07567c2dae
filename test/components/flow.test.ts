import { expect, test } from "vitest";
import { flow, type FlowStep } from "../../src/components/flow.js";
import { groupLink } from "../../src/components/groupLink.js";
import { dataOf, drawingOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const states = ["Key", "Small"].map((name) => ({ id: name, name }));
const columns = [{ title: "Before", states: [...states, { id: "new", name: "Not yet a customer" }] }, { title: "Now", states: [...states, { id: "gone", name: "<i>No purchase</i>" }] }];
const steps: FlowStep[] = [
  { from: "Key", to: "Key", value: 30, tone: "neutral" }, { from: "Key", to: "Small", value: 10, tone: "bad" },
  { from: "Small", to: "gone", value: 50, tone: "bad" }, { from: "new", to: "Small", value: 60, tone: "good" }, { from: "Small", to: "Key", value: 0, tone: "good" },
];

test("each state stands with its total, each ribbon is as wide as what it carries", () => {
  const figure = flow(steps, { label: "Moves", columns });
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["Before", "Now", "Key| 40", "Small| 50", "Not yet a customer| 60", "Key| 30", "Small| 70", "<i>No purchase</i>| 50"]));
  const widths = [...drawingOf(figure).svg.querySelectorAll("g path")].map((path) => Number(path.getAttribute("stroke-width")));
  expect(widths[0]! / widths[3]!).toBeCloseTo(6, 0);
  expect(widths).toHaveLength(4);
  expect(faultsOf(figure)).toEqual([]);
});

test("wide ribbons say their number with a sign, and the table says the direction in words", () => {
  const figure = flow(steps, { label: "Moves", columns, toneNames: { good: "up", neutral: "same", bad: "down" } });
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["▲\u00a060", "▼\u00a050", "30"]));
  expect(dataOf(figure)).toEqual([
    ["Before", "Now", "Count", "Share of those who were there", "Direction"],
    ["Key", "Key", "30", "75%", "same"], ["Key", "Small", "10", "25%", "down"],
    ["Small", "<i>No purchase</i>", "50", "100%", "down"], ["Not yet a customer", "Small", "60", "100%", "up"],
  ]);
  expect([...figure.querySelectorAll(".flow-legend li")].map((item) => item.textContent.trim())).toEqual(["▲ up", "same", "▼ down"]);
});

test("the table leads to those who took a step where it is told how, under titles of its own, and says more of each", () => {
  const figure = flow(steps.slice(0, 2).map((step, index) => ({ ...step, brought: [7, -3][index]! })), {
    label: "Moves", columns, valueTitle: "Customers", shareTitle: "Share",
    cell: ({ from, to, value }) => groupLink(String(value), { prior_tier: from, tier: to, movement: ["down", "lapsed"] }, value),
    details: [{ label: "Brought", value: ({ brought }) => brought }],
  });
  expect(dataOf(figure)).toEqual([
    ["Before", "Now", "Customers", "Share", "Brought", "Direction"], ["Key", "Key", "30", "75%", "7", "the same"], ["Key", "Small", "10", "25%", "−3", "worse"],
  ]);
  expect([...figure.querySelectorAll("td a")].map((link) => link.getAttribute("href"))).toEqual([
    "./customers.html?prior_tier=Key&tier=Key&movement=down&movement=lapsed", "./customers.html?prior_tier=Key&tier=Small&movement=down&movement=lapsed",
  ]);
});

test("states of three points in time stand in three columns", () => {
  const figure = flow([{ from: "Key", to: "Small", value: 5, tone: "bad" }, { from: "Small", to: "Key", value: 4, tone: "good", column: 1 }],
    { label: "Moves", columns: [{ title: "2023", states }, { title: "2024", states }, { title: "2025", states }] });
  const places = [...drawingOf(figure).svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("x")));
  expect(new Set(places).size).toBe(3);
  expect(dataOf(figure)[2]!.slice(0, 4)).toEqual(["Small", "Key", "2025", "4"]);
});

test("names on a phone stand below each other, and none overlaps the next", () => {
  const { svg } = drawingOf(flow(steps, { label: "Moves", columns }), "narrow");
  const places = [...svg.querySelectorAll("text[text-anchor=end]")].filter((text) => text.querySelector("tspan"))
    .map((text) => ({ top: Number(text.getAttribute("y")), lines: text.querySelectorAll("tspan").length }));
  for (const [index, { top }] of places.entries()) if (index > 0) expect(top - places[index - 1]!.top).toBeGreaterThanOrEqual(13 * places[index - 1]!.lines);
});

test("without steps it says so, and a state that no column has is a mistake", () => {
  expect(flow([], { label: "Moves", columns }).textContent).toBe("None.");
  expect(() => flow([{ from: "Key", to: "Lost", value: 1, tone: "bad" }], { label: "Moves", columns })).toThrow("unknown state: Lost");
});
