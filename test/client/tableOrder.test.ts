import { expect, test } from "vitest";
import { shownNumber, tableOrder } from "../../src/client/tableOrder.js";

const language = "en";
const ascending = { isDescending: false, language };
const descending = { isDescending: true, language };

test.each([
  ["€1.2M", 1_200_000], ["−€56.5K", -56_500], ["12.3万", 123_000], ["€1.5亿", 150_000_000], ["−3.4%", -3.4], ["+1.2 points", 1.2], ["1,234", 1234],
  ["30 June 2025", Date.UTC(2025, 5, 30)], ["Jun 2025", Date.UTC(2025, 5, 1)], ["2025年6月30日", Date.UTC(2025, 5, 30)], ["12 days ago", 12],
])("%s stands for %d", (text, number) => {
  expect(shownNumber(text)).toBe(number);
});

test.each(["today", "nothing", "今天", "–", ""])("%j stands for no number by itself", (text) => {
  expect(shownNumber(text)).toBeNaN();
});

test("numbers are in order, those that are equal stay in theirs, what is not known stands last either way", () => {
  const numbers = [3, Number.NaN, 0, 3, -1];
  expect(tableOrder(numbers, ascending)).toEqual([4, 2, 0, 3, 1]);
  expect(tableOrder(numbers, descending)).toEqual([0, 3, 2, 4, 1]);
});

test("texts are in the order of the language, numbers within them by size, a dash and nothing last either way", () => {
  const texts = ["Tier 10", "–", "tier 9", "", "Äther"];
  expect(tableOrder(texts, ascending)).toEqual([4, 2, 0, 1, 3]);
  expect(tableOrder(texts, descending)).toEqual([0, 2, 4, 1, 3]);
});
