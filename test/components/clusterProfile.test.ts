import { expect, test } from "vitest";
import { clusterProfile } from "../../src/components/clusterProfile.js";
import { faultsOf, tableOf, withDocument } from "./document.js";

withDocument();

const measure = (difference: number | null, isGood?: boolean) => ({ name: "Orders", difference, text: "9 orders", ...(isGood !== undefined && { isGood }) });

test("bars run from the middle, the widest to the edge, all on one scale; their direction is said too", () => {
  const shown = clusterProfile([{ name: "1 · Best", detail: "20 customers", measures: [measure(2, true)] }, { name: "2 · Lost", measures: [measure(-1, false), measure(0), measure(null)] }], { unit: "standard deviations" });
  const bars = [...shown.querySelectorAll("rect")].map((rect) => [rect.getAttribute("class"), rect.getAttribute("x"), rect.getAttribute("width")]);
  expect(bars).toEqual([["good", "50%", "50%"], ["bad", "25%", "25%"], ["series-5", "50%", "0%"], ["series-5", "50%", "0%"]]);
  expect([...shown.querySelectorAll("svg")].map((svg) => svg.getAttribute("aria-label"))).toEqual(["above the mean", "below the mean", "at the mean", "not known"]);
  expect(tableOf(shown.querySelector("table")!)).toEqual([["Measure", "standard deviations"], ["Orders", "9 orders"]]);
  expect([...shown.querySelectorAll("caption")].map((caption) => caption.textContent)).toEqual(["1 · Best", "2 · Lost"]);
  expect(faultsOf(shown)).toEqual([]);
});

test("without clusters it says so, and equal clusters have no bars", () => {
  expect(clusterProfile([], { unit: "x" }).textContent).toBe("None.");
  expect(clusterProfile([{ name: "a", measures: [measure(0)] }], { unit: "x" }).querySelector("rect")!.getAttribute("width")).toBe("0%");
});
