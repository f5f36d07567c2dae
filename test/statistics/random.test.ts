import { expect, test } from "vitest";
import { Random } from "../../pipeline/statistics/random.js";

test("the stream is that of the reference implementation of xoshiro128**", () => {
  // First words of xoshiro128starstar.c 1.1 (Blackman and Vigna) from the state 1, 2, 3, 4.
  const random = new Random([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, () => random.word())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a seed gives one stream, and another seed another", () => {
  const words = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.word());
  };
  expect(words(1)).toEqual(words(1));
  expect(new Set([0, 1, 2, 2 ** 31, 2 ** 32 - 1].map((seed) => words(seed).join(" "))).size).toBe(5);
});

test("numbers are uniform in [0, 1)", () => {
  const random = new Random(20250630);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(random.next() * 10)]!++;
  // The counts have a standard deviation of 95.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  expect(counts).toHaveLength(10);
});
