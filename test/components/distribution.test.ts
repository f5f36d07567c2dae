import fc from "fast-check";
import { expect, test } from "vitest";
import { distribution } from "../../src/components/distribution.js";
import { integer } from "../../src/lib/format.js";
import { dataOf, drawingOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const options = { label: "Orders", xLabel: "Orders per customer", yLabel: "Customers", format: integer };
const heights = (figure: Element) => [...drawingOf(figure).svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("height")));

test("values fall into bins from a bound up to, but not at, the next", () => {
  const figure = distribution({ values: [0, 1, 9.99, 10, 19, 20] }, { ...options, bins: 2 });
  expect(dataOf(figure)).toEqual([["From", "To below", "Customers", "Share"], ["0", "10", "3", "50.0%"], ["10", "20", "2", "33.3%"], ["20", "30", "1", "16.7%"]]);
  expect(heights(figure)[0]! / heights(figure)[2]!).toBeCloseTo(3, 1);
  expect(faultsOf(figure)).toEqual([]);
});

test("no value is lost", () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
    const rows = dataOf(distribution({ values }, { ...options, bins: 10 })).slice(1);
    expect(rows.reduce((sum, [, , count]) => sum + Number(count!.replaceAll(",", "")), 0)).toBe(values.length);
  }), { numRuns: 25, examples: [[[0, -5e-324]], [[1e6, 1e6 + 1e-9]], [[0, 1e-300]]] });
});

test("quantiles are named lines, in rows where their names would meet", () => {
  const figure = distribution({ values: [0, 10, 20, 30, 100] }, { ...options, quantiles: [{ name: "Median", value: 20 }, { name: "Mean", value: 32 }, { name: "Beyond", value: 1000 }] });
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["Median 20", "Mean 32"]));
  expect(textsOf(figure).join()).not.toContain("Beyond");
});

test("values that would press the others together are counted, not drawn", () => {
  const figure = distribution({ values: [1, 2, 3, 4000] }, { ...options, upTo: 10 });
  expect(figure.querySelector(".note")!.textContent).toBe("1 of 4 lie at 10 or above and are not drawn.");
  expect(dataOf(figure).at(-1)).toEqual(["10", "–", "1", "25.0%"]);
});

test("bins of unequal width are drawn by area", () => {
  const figure = distribution({ bins: [{ from: 0, to: 10, count: 10 }, { from: 10, to: 30, count: 10 }] }, options);
  expect(heights(figure)[0]! / heights(figure)[1]!).toBeCloseTo(2, 2);
  expect(textsOf(figure)).toContain("Customers, by area");
});

test("one value and none are shown as what they are", () => {
  expect(dataOf(distribution({ values: [5, 5] }, options))).toEqual([["From", "To below", "Customers", "Share"], ["5", "6", "2", "100.0%"]]);
  expect(distribution({ values: [] }, options).textContent).toBe("None.");
});
