import { expect, test } from "vitest";
import { report } from "./budgets.js";

const ms = (value: number) => `${value} ms`;

function told(tell: (figures: ReturnType<typeof report>) => void): { lines: string[]; breaches: string[] } {
  const lines: string[] = [];
  const figures = report((line) => lines.push(line.replace(/ +/g, " ")));
  tell(figures);
  return { lines, breaches: figures.breaches() };
}

test("each figure is told with its budget, and one that breaks it is named", () => {
  expect(told(({ figure }) => {
    figure("customers", 100, String);
    figure("requests", 12, String, { most: 12 });
    figure("filter, worst", 140, ms, { most: 100, isBelow: true });
  })).toEqual({
    lines: ["customers 100", "requests 12 at most 12", "filter, worst 140 ms under 100 ms ✗"],
    breaches: ["filter, worst: 140 ms, not under 100 ms"],
  });
});

test("what must be below its budget may not reach it, and what could not be measured keeps none", () => {
  const { breaches } = told(({ figure }) => {
    figure("first", 100, ms, { most: 100, isBelow: true });
    figure("second", 99, ms, { most: 100, isBelow: true });
    figure("third", 13, String, { most: 12 });
    figure("fourth", NaN, ms, { most: 100, isBelow: true });
  });
  expect(breaches).toEqual(["first: 100 ms, not under 100 ms", "third: 13, not at most 12", "fourth: NaN ms, not under 100 ms"]);
});
