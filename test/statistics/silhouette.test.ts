import { expect, test } from "vitest";
import { groupPoints } from "./groupPoints.js";
import { silhouette } from "../../pipeline/statistics/silhouette.js";

const line = (...values: number[]) => groupPoints([Float64Array.from(values)]).points;

test("hand-worked: 0, 2 against 10, 12", () => {
  // 0: a = 2, b = (10 + 12) / 2 = 11, width 9/11. 2: a = 2, b = (8 + 10) / 2 = 9, width 7/9. The others mirror them.
  expect(silhouette(line(0, 2, 10, 12), Int32Array.of(0, 0, 1, 1))).toBeCloseTo((9 / 11 + 7 / 9) / 2, 12);
});

test("a row alone in its cluster counts 0", () => {
  // 0: a = 2, b = 10, width 8/10. 2: a = 2, b = 8, width 6/8. 10 is alone.
  expect(silhouette(line(0, 2, 10), Int32Array.of(0, 0, 1))).toBeCloseTo((8 / 10 + 6 / 8 + 0) / 3, 12);
});

test("rows on one point count each", () => {
  // 0, 0, 3 against 9. Each 0: a = (0 + 3) / 2, b = 9, width 7.5/9. 3: a = 3, b = 6, width 1/2. 9 is alone.
  expect(silhouette(line(0, 0, 3, 9), Int32Array.of(0, 0, 1))).toBeCloseTo(((2 * 7.5) / 9 + 1 / 2 + 0) / 4, 12);
});

test("the nearest of several other clusters counts", () => {
  // 0 and 1 against 4 and against 100: b is to 4. 0: a = 1, b = 4, width 3/4; 1: a = 1, b = 3, width 2/3.
  expect(silhouette(line(0, 1, 4, 100), Int32Array.of(0, 0, 1, 2))).toBeCloseTo((3 / 4 + 2 / 3) / 4, 12);
});

test("one cluster has no silhouette, and neither has a cluster without rows", () => {
  expect(silhouette(line(0, 1), Int32Array.of(0, 0))).toBeNaN();
  expect(silhouette(line(0, 1), Int32Array.of(0, 2))).toBeNaN();
  expect(silhouette(line(), new Int32Array())).toBeNaN();
});
