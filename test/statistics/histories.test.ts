import { expect, test } from "vitest";
import { checkHistories, countCustomers, historiesOf, pairsOf, thinned } from "../../pipeline/statistics/histories.js";

test("what is no whole number is refused, and not cut to one", () => {
  expect(() => historiesOf([1.5], [3], [4], [1])).toThrow(new RangeError("no whole number of purchases: 1.5"));
  // Times in weeks.
  expect(() => historiesOf([1], [30.43], [38.86], [1])).toThrow(new RangeError("no whole number of days: 30.43"));
  expect(() => historiesOf([1], [3], [NaN], [1])).toThrow(new RangeError("no whole number of days: NaN"));
  expect(() => historiesOf([1], [3], [Infinity], [1])).toThrow("no whole number of days: Infinity");
  expect(() => historiesOf([2 ** 31], [3], [4], [1])).toThrow("no whole number of purchases: 2147483648");
});

test("a history that cannot be is refused with what it is", () => {
  const check = (x: number, recency: number, age: number, customers = 1) => () => checkHistories(historiesOf([0, x], [0, recency], [5, age], [1, customers]));
  expect(check(2, 30, 60)).not.toThrow();
  expect(check(2, 60, 60)).not.toThrow();
  expect(check(0, 0, 0)).not.toThrow();
  expect(check(2, 61, 60)).toThrow(new RangeError("no buying history: 2 repeat purchases within 61 days of 60, 1 customers"));
  expect(check(-1, 30, 60)).toThrow("no buying history: -1 repeat purchases");
  expect(check(2, -30, 60)).toThrow("within -30 days of 60");
  expect(check(0, 30, 60)).toThrow("no buying history: 0 repeat purchases within 30 days");
  expect(check(3, 0, 60)).toThrow("no buying history: 3 repeat purchases within 0 days");
  for (const customers of [0, -1, NaN, Infinity]) expect(check(2, 30, 60, customers)).toThrow(`of 60, ${customers} customers`);
});

test("customers are counted by what stands for them", () => {
  expect(countCustomers(historiesOf([0, 1], [0, 3], [9, 9], [200, 5]))).toBe(205);
  expect(countCustomers(historiesOf([], [], [], []))).toBe(0);
});

test("a part of the histories holds one in every so many, from the first to the last", () => {
  const rows = Array.from({ length: 10 }, (_, row) => row);
  const all = historiesOf(rows, rows, rows.map(() => 20), rows.map((row) => row + 1));
  expect(thinned(all, 10)).toBe(all);
  const part = thinned(all, 4);
  expect([...part.frequency]).toEqual([0, 3, 6, 9]);
  expect([...part.recencyDays]).toEqual([0, 3, 6, 9]);
  expect([...part.ageDays]).toEqual([20, 20, 20, 20]);
  expect([...part.customers]).toEqual([1, 4, 7, 10]);
  expect(thinned(all, 9).customers.length).toBe(5);
});

test("each pair of purchases and a day stands once, and every history finds its own", () => {
  const { frequency, days, of } = pairsOf(Int32Array.of(1, 1, 2, 0), [Int32Array.of(5, 7, 5, 0), Int32Array.of(7, 7, 9, 7)]);
  expect(frequency.length).toBe(new Set(Array.from(frequency, (x, pair) => `${x} ${days[pair]!}`)).size);
  const found = of.map((list) => Array.from(list, (pair) => [frequency[pair], days[pair]]));
  expect(found).toEqual([[[1, 5], [1, 7], [2, 5], [0, 0]], [[1, 7], [1, 7], [2, 9], [0, 7]]]);
  // (1, 5), (1, 7), (2, 5), (0, 0), (2, 9), (0, 7)
  expect(frequency.length).toBe(6);
  expect(pairsOf(new Int32Array(0), [new Int32Array(0)])).toEqual({ frequency: new Int32Array(0), days: new Int32Array(0), of: [new Int32Array(0)] });
});
