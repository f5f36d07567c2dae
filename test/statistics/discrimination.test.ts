import fc from "fast-check";
import { expect, test } from "vitest";
import { discrimination, midranks, precisionAtTop } from "../../pipeline/statistics/discrimination.js";
import "../propertySeed.js";

// Ratings of 109 CT images, from definitely normal to definitely abnormal: J. A. Hanley, B. J. McNeil, Radiology 143 (1982), table I.
const normal = [33, 6, 6, 11, 2];
const abnormal = [3, 2, 2, 11, 33];
const scores = Float64Array.from([...normal, ...abnormal].flatMap((images, index) => new Array<number>(images).fill((index % 5) + 1)));
const outcomes = scores.map((_, index) => (index < 58 ? 0 : 1));

test("CT images: the area is that of Hanley and McNeil, 0.893; DeLong's error that of an independent computation, near their 0.032", () => {
  const { auc, error, low, high } = discrimination(scores, outcomes);
  expect(auc.toFixed(3)).toBe("0.893");
  // All 2,958 pairs compared one by one, by NumPy.
  expect(auc).toBeCloseTo(0.8931710615, 9);
  expect(error).toBeCloseTo(0.0307244084, 9);
  expect(low).toBeCloseTo(0.8164434580, 8);
  expect(high).toBeCloseTo(0.9401761946, 8);
});

test("by hand: of three who left and two who stayed, four and a half of six pairs stand right", () => {
  // Left 5, 3, 2; stayed 3, 1: 5 beats both, 3 ties and beats, 2 loses and beats: 2 + 1.5 + 1.
  expect(discrimination(Float64Array.of(5, 3, 3, 2, 1), [1, 1, 0, 1, 0]).auc).toBe(0.75);
});

test("scores that tell nothing have an area of one half, those that tell all of one; without an outcome there is none", () => {
  expect(discrimination(new Float64Array(6).fill(1), [1, 0, 1, 0, 1, 0])).toMatchObject({ auc: 0.5, error: 0 });
  expect(discrimination(Float64Array.of(1, 2, 3, 4), [0, 0, 1, 1])).toMatchObject({ auc: 1, low: NaN, high: NaN });
  expect(discrimination(Float64Array.of(1, 2), [1, 1]).auc).toBeNaN();
  expect(discrimination(new Float64Array(0), []).auc).toBeNaN();
  expect(discrimination(Float64Array.of(1, 2, 3), [0, 0, 1]).error).toBeNaN();
});

test("the area is the share of pairs, whatever rises with the score", () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 }));
  fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), (rows) => {
    const [left, stayed] = [1, 0].map((outcome) => rows.filter(([, own]) => own === outcome).map(([score]) => score));
    fc.pre(left!.length > 0 && stayed!.length > 0);
    const pairs = left!.flatMap((a) => stayed!.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
    const found = discrimination(Float64Array.from(rows, ([score]) => score), rows.map(([, outcome]) => outcome));
    expect(found.auc).toBeCloseTo(pairs.reduce((all, value) => all + value, 0) / pairs.length, 10);
    expect(discrimination(Float64Array.from(rows, ([score]) => Math.exp(score)), rows.map(([, outcome]) => outcome)).auc).toBeCloseTo(found.auc, 12);
  }));
});

test("equal values share a rank", () => {
  expect([...midranks(Float64Array.of(10, 20, 10, 5))]).toEqual([2.5, 4, 2.5, 1]);
});

test("those at the top are cut with ties in proportion", () => {
  // The two highest of ten: 9 left, and of the three with 8, one of whom left, a third.
  expect(precisionAtTop(Float64Array.of(9, 8, 8, 8, 1, 1, 1, 1, 1, 1), [1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0.2)).toBeCloseTo((1 + 1 / 3) / 2, 12);
  expect(precisionAtTop(Float64Array.of(1, 1, 1, 1), [1, 0, 0, 0], 0.1)).toBeCloseTo(0.25, 12);
  expect(precisionAtTop(new Float64Array(0), [], 0.1)).toBeNaN();
});
