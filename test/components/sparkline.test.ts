import { expect, test } from "vitest";
import { sparkline, type History } from "../../src/components/sparkline.js";
import { zh } from "../../src/languages/zh.js";
import { integer } from "../../src/lib/format.js";
import { useLanguage } from "../../src/lib/language.js";
import { faultsOf, withDocument } from "./document.js";

withDocument();

const history = (...values: (number | null)[]): History => ({ points: values.map((value, index) => ({ date: `2025-0${index + 1}-01`, value })), format: integer });
const draw = (...values: (number | null)[]) => sparkline(history(...values), { name: "Revenue", width: 106, height: 36 });
const nameOf = (drawn: Element) => drawn.getAttribute("aria-label");
/** Where the line goes: places from left to right, and heights from the top. */
const placesOf = (drawn: Element) => [...drawn.querySelector("path")!.getAttribute("d")!.matchAll(/([ML])([\d.]+),([\d.]+)/g)].map(([, step, x, y]) => [step, Number(x), Number(y)]);

test("its name says the first, the last, the least and the greatest value, with their months", () => {
  expect(nameOf(draw(30, 10, 50, 40))).toBe("Revenue over time: 30 in Jan 2025, 40 in Apr 2025; least 10 in Feb 2025, greatest 50 in Mar 2025");
});

test("in Chinese it says the same", () => {
  useLanguage("zh", zh);
  try {
    expect(nameOf(sparkline(history(30, 10, 50, null, 40), { name: "收入" }))).toBe("收入走势：2025年1月为 30，2025年5月为 40；最低为2025年2月的 10，最高为2025年3月的 50；其中 1 个月未知");
  } finally {
    useLanguage("en");
  }
});

test("the line rises from the least value to the greatest, months stand equally far apart", () => {
  // From 2 to 102 in width, from 32 up to 4 in height.
  expect(placesOf(draw(0, 10, 5))).toEqual([["M", 2, 32], ["L", 52, 4], ["L", 102, 18]]);
});

test("a month that is not known is a gap and is counted, not drawn as 0; what comes before the first known one is left out", () => {
  const drawn = draw(null, 20, null, 40);
  expect(placesOf(drawn)).toEqual([["M", 2, 32], ["M", 102, 4]]);
  expect(nameOf(drawn)).toBe("Revenue over time: 20 in Feb 2025, 40 in Apr 2025; least 20 in Feb 2025, greatest 40 in Apr 2025; not known for 1 month");
  expect(faultsOf(drawn)).toEqual([]);
});

test("one value is a point, equal values a level line", () => {
  expect(placesOf(draw(7))).toEqual([["M", 2, 18]]);
  expect(placesOf(draw(7, 7))).toEqual([["M", 2, 18], ["L", 102, 18]]);
});

test.each([[[]], [[null, null]]])("without a value nothing is drawn, and its name says so: %j", (values) => {
  const drawn = draw(...values);
  expect(drawn.querySelector("path")).toBeNull();
  expect(nameOf(drawn)).toBe("Revenue over time: not known");
  expect(faultsOf(drawn)).toEqual([]);
});
