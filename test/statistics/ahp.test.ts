import fc from "fast-check";
import { expect, test } from "vitest";
import { combinedJudgements, judgementToMend, mostInconsistent, principalWeights, reciprocalMatrix, randomIndices, saatyScale } from "../../pipeline/statistics/ahp.js";

const close = (values: readonly number[], digits = 3) => values.map((value) => expect.closeTo(value, digits) as number);

test("three criteria: the example 1, 5, 7; 1/5, 1, 3; 1/7, 1/3, 1", () => {
  const { weights, lambdaMax, consistencyIndex, consistencyRatio } = principalWeights(reciprocalMatrix(3, [5, 7, 3]));
  expect(weights).toEqual(close([0.731, 0.188, 0.081]));
  // With c = 5 x 3 / 7 = 2.142857, lambda = 1 + c^(1/3) + c^(-1/3) = 1 + 1.289238 + 0.775652 = 3.064889; CI = 0.032444; CR = 0.032444 / 0.58.
  expect(lambdaMax).toBeCloseTo(3.064888, 5);
  expect(consistencyIndex).toBeCloseTo(0.032444, 5);
  expect(consistencyRatio).toBeCloseTo(0.05594, 4);
  // By the other table of random indices, 0.52 for three.
  expect(principalWeights(reciprocalMatrix(3, [5, 7, 3]), [0, 0, 0.52]).consistencyRatio).toBeCloseTo(0.06239, 4);
});

test("choosing a leader: four criteria of Saaty's, published with CR 0.044", () => {
  const { weights, lambdaMax, consistencyRatio } = principalWeights(reciprocalMatrix(4, [4, 3, 7, 1 / 3, 3, 5]));
  expect(weights).toEqual(close([0.548, 0.127, 0.27, 0.056]));
  expect(lambdaMax).toBeCloseTo(4.118418, 6);
  expect(consistencyRatio).toBeCloseTo(0.04386, 4);
});

test("drinks: seven criteria (Saaty 2008), published with CR 0.022", () => {
  const { weights, lambdaMax, consistencyRatio } = principalWeights(reciprocalMatrix(7, [
    9, 5, 2, 1, 1, 1 / 2,
    1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9,
    1 / 3, 1 / 4, 1 / 3, 1 / 9,
    1 / 2, 1, 1 / 3,
    2, 1 / 2,
    1 / 3,
  ]));
  expect(weights).toEqual(close([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]));
  expect(lambdaMax).toBeCloseTo(7.176629, 6);
  expect(consistencyRatio).toBeCloseTo(0.022302, 5);
});

test("two criteria, or judgements that are ratios of weights, do not contradict each other", () => {
  expect(principalWeights(reciprocalMatrix(2, [3]))).toMatchObject({ weights: close([0.75, 0.25], 9), consistencyRatio: 0 });
  fc.assert(fc.property(fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 9 }))), (parts) => {
    const [a, b, c] = parts as [number, number, number];
    const { weights, consistencyRatio } = principalWeights(reciprocalMatrix(3, [a / b, a / c, b / c]));
    expect(weights).toEqual(close([a, b, c].map((part) => part / (a + b + c)), 9));
    expect(consistencyRatio).toBeLessThan(1e-9);
  }));
});

test("experts are combined by the geometric mean: 2 and 8 are 4, and a judgement and its reverse are none", () => {
  expect(combinedJudgements([[2, 3], [8, 1 / 3]])).toEqual(close([4, 1], 12));
});

test("of more than three criteria the judgement furthest from the weights is named", () => {
  // Ratios of the weights 8, 4, 2, 1, but for the second to the fourth: 1/4 in place of 4.
  expect(mostInconsistent(4, [2, 4, 8, 2, 1 / 4, 2])).toMatchObject({ judgement: 4, row: 1, column: 3, value: 1 / 4, implied: expect.closeTo(4, 9) as number });
});

test("of three criteria the one that the fewest steps mend is named: all are equally far off", () => {
  // R : F = 5, F : M = 1, so R : M should be 5, and is 1/2: c = 5 x 1 / (1/2) = 10.
  const found = mostInconsistent(3, [5, 1 / 2, 1]);
  // CR < 0.1 needs lambda < 3.116, c within 2.75 of 1 either way. R : M = 2 gives c = 2.5, two steps from 1/2;
  // R : F = 1 gives c = 2, and 2 gives 4, four steps; F : M = 1/4 gives c = 2.5, three steps.
  expect(found).toMatchObject({ judgement: 1, value: 0.5, implied: expect.closeTo(5, 9) as number, mended: 2 });
  expect(found.mendedRatio).toBeLessThan(0.1);
});

test("where no value of one judgement mends it, that which helps most is named", () => {
  // c = 9 x 9 x 9: one judgement at the end of the scale still leaves 9.
  const found = mostInconsistent(3, [9, 1 / 9, 9]);
  expect(found.mendedRatio).toBeGreaterThan(0.1);
  expect(found.mendedRatio).toBeLessThan(principalWeights(reciprocalMatrix(3, [9, 1 / 9, 9])).consistencyRatio);
});

test("what is said to mend a judgement mends it", () => {
  fc.assert(fc.property(fc.tuple(...[1, 2, 3].map(() => fc.constantFrom(...saatyScale))), (judgements) => {
    if (principalWeights(reciprocalMatrix(3, judgements)).consistencyRatio < 0.1) return;
    const { judgement, mended, mendedRatio } = mostInconsistent(3, judgements);
    expect(principalWeights(reciprocalMatrix(3, judgements.with(judgement, mended))).consistencyRatio).toBeCloseTo(mendedRatio, 12);
  }));
  expect(saatyScale).toHaveLength(17);
  expect(randomIndices.saaty_old[2]).toBe(0.58);
});

test("of several experts the one furthest from the weights is asked to mend", () => {
  // Ann is at one with herself, 1 : 2 : 4; Bob says R : M = 9 where Ann says 1/4. Together sqrt(9/4) = 1.5, and c = (1/2 x 1/2) / 1.5 = 1/6.
  const experts = [[1 / 2, 1 / 4, 1 / 2], [1 / 2, 9, 1 / 2]];
  const found = judgementToMend(3, experts, 1);
  expect(found.expert).toBe(1);
  // With 2 in place of 9: sqrt(2/4) = 0.7071, c = 0.3536; CR = (c^(1/3) + c^(-1/3) - 2) / 2 / 0.58 = (0.70711 + 1.41421 - 2) / 1.16 = 0.10459; with 1: c = 1/2,
  // (0.79370 + 1.25992 - 2) / 1.16 = 0.04622.
  expect(found.mended).toBe(1);
  expect(found.mendedRatio).toBeCloseTo(0.04622, 4);
  expect(principalWeights(reciprocalMatrix(3, combinedJudgements(experts))).consistencyRatio).toBeGreaterThan(0.1);
});
