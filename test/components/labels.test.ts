import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, movedApart, rowsApart, textWidth, wrapped } from "../../src/components/labels.js";

test("text that is too wide ends with an ellipsis, and never in half a character", () => {
  expect([fitted("Key", 100), fitted("Not yet a customer", 60), fitted("𝒳𝒳𝒳𝒳", 30)]).toEqual(["Key", "Not yet…", "𝒳…"]);
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 20, max: 200 }), (text, width) => {
    expect(textWidth(fitted(text, width))).toBeLessThanOrEqual(Math.max(width, textWidth(`${Array.from(text)[0] ?? ""}…`)));
    expect(fitted(text, width).isWellFormed()).toBe(true);
  }));
});

test("text is broken between words, or between Chinese characters, into two lines", () => {
  expect(wrapped("Not yet a customer", 70)).toEqual(["Not yet a", "customer"]);
  expect(wrapped("还不是我们的客户", 60)).toEqual(["还不是我们", "的客户"]);
  expect(wrapped("Donaudampfschifffahrt", 60)).toHaveLength(1);
});

test("spans of a row do not overlap", () => {
  expect(rowsApart([[0, 10], [5, 15], [10, 20], [12, 22]])).toEqual([0, 1, 0, 2]);
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 50 }))), (list) => {
    const spans = list.map(([start, size]): [number, number] => [start, start + size]).sort((a, b) => a[0] - b[0]);
    const rows = rowsApart(spans);
    for (const [index, [start]] of spans.entries()) {
      for (const [other, [, end]] of spans.slice(0, index).entries()) if (rows[other] === rows[index]) expect(end).toBeLessThanOrEqual(start);
    }
  }));
});

test("places are moved apart within their bounds, in their order", () => {
  expect(movedApart([0, 1, 50], 10, [0, 100])).toEqual([0, 10, 50]);
  expect(movedApart([95, 99], 10, [0, 100])).toEqual([90, 100]);
  expect(movedApart([], 10, [0, 100])).toEqual([]);
});
