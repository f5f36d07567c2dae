import { expect, test } from "vitest";
import { principalWeights, randomIndices, reciprocalMatrix, type RandomIndex } from "../../pipeline/statistics/ahp.js";

/*
 * Published examples of the analytic hierarchy process: judgements and results of the package AHPy (P. Griffith, README and
 * tests), after T. L. Saaty, "Decision making with the analytic hierarchy process", International Journal of Services Sciences
 * 1 (2008), his book on the analytic network process (2005), and the leader and car examples of Wikipedia.
 */

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3) as number);
/** Judgements above the diagonal, row by row. */
const judge = (size: number, judgements: readonly number[], table: RandomIndex) => principalWeights(reciprocalMatrix(size, judgements), randomIndices[table]);
/** Published to `digits` decimals. */
const published = (value: number, digits: number) => Number(value.toFixed(digits));
/** Local weights of each criterion's alternatives, put together by the weights of the criteria. */
const composed = (criteria: readonly number[], alternatives: readonly (readonly number[])[]) =>
  alternatives[0]!.map((_, alternative) => criteria.reduce((sum, weight, criterion) => sum + weight * alternatives[criterion]![alternative]!, 0));

const drinks = [
  9, 5, 2, 1, 1, 1 / 2,
  1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9,
  1 / 3, 1 / 4, 1 / 3, 1 / 9,
  1 / 2, 1, 1 / 3,
  2, 1 / 2,
  1 / 3,
];

test("ahp.drinks (Saaty 2008, AHPy): weights, and the consistency ratio by two tables of random indices", () => {
  const { weights, lambdaMax, consistencyIndex, consistencyRatio } = judge(7, drinks, "saaty");
  expect(weights.map((weight) => published(weight, 3))).toEqual([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]);
  expect(published(consistencyRatio, 3)).toBe(0.022);
  expect(published(judge(7, drinks, "donegan_dodd").consistencyRatio, 4)).toBe(0.0235);
  expect(lambdaMax).toBeCloseTo(7.176629, 6);
  expect(consistencyIndex).toBeCloseTo(0.0294382, 7);
  expect(consistencyRatio).toBeCloseTo(0.021806, 6);
  expect(judge(7, drinks, "saaty_old").consistencyRatio).toBeCloseTo(0.022302, 6);
});

test("ahp.leader (Wikipedia, AHPy): criteria, experience and education, and who should lead", () => {
  // Experience, education, charisma, age.
  const criteria = judge(4, [4, 3, 7, 1 / 3, 3, 1 / (1 / 5)], "saaty");
  expect(criteria.weights.map((weight) => published(weight, 3))).toEqual([0.548, 0.127, 0.27, 0.056]);
  expect(published(criteria.consistencyRatio, 3)).toBe(0.044);
  expect(published(judge(4, [4, 3, 7, 1 / 3, 3, 5], "saaty_old").consistencyRatio, 3)).toBe(0.044);
  // Moll (Tom), Nell (Dick), Sue (Harry).
  const experience = judge(3, [1 / 4, 4, 9], "saaty");
  const education = judge(3, [3, 1 / 5, 1 / 7], "saaty");
  const charisma = judge(3, [5, 9, 4], "saaty");
  const age = judge(3, [1 / 3, 5, 9], "saaty");
  expect(experience.weights.map((weight) => published(weight, 3))).toEqual([0.217, 0.717, 0.066]);
  expect(published(experience.consistencyRatio, 3)).toBe(0.035);
  expect(published(education.consistencyRatio, 3)).toBe(0.062);
  // The package rounds the weights of each level to three decimals before it goes on.
  const rounded = ({ weights }: { weights: readonly number[] }) => weights.map((weight) => published(weight, 3));
  expect(composed(rounded(criteria), [experience, education, charisma, age].map(rounded))).toEqual(close([0.358, 0.493, 0.15]));
});

test("ahp.vehicle (Wikipedia, AHPy): criteria, the parts of cost, and prices", () => {
  // Cost, safety, style, capacity.
  const criteria = judge(4, [3, 7, 3, 9, 1, 1 / 7], "donegan_dodd");
  expect(criteria.weights.map((weight) => published(weight, 3))).toEqual([0.51, 0.234, 0.041, 0.215]);
  expect(published(criteria.consistencyRatio, 3)).toBe(0.08);
  // Price, fuel, maintenance, resale.
  const cost = judge(4, [2, 5, 3, 2, 2, 1 / 2], "donegan_dodd");
  expect(cost.weights.map((weight) => published(weight, 3))).toEqual([0.488, 0.252, 0.1, 0.161]);
  expect(published(cost.consistencyRatio, 3)).toBe(0.016);
  const price = judge(6, [9, 9, 1, 1 / 2, 5, 1, 1 / 9, 1 / 9, 1 / 7, 1 / 9, 1 / 9, 1 / 7, 1 / 2, 5, 6], "donegan_dodd");
  expect(published(price.consistencyRatio, 3)).toBe(0.072);
});

test("ahp.city (Saaty 2005, AHPy): where to live", () => {
  // Culture, family, housing, jobs, transportation.
  const criteria = judge(5, [1 / 5, 3, 1 / 2, 5, 7, 1, 7, 1 / 4, 3, 7], "saaty");
  // Bethesda, Boston, Pittsburgh, Santa Fe.
  const culture = judge(4, [1 / 2, 1, 1 / 2, 2.5, 1, 1 / 2.5], "saaty");
  const family = judge(4, [2, 1 / 3, 4, 1 / 8, 2, 9], "saaty");
  const housing = judge(4, [5, 1 / 2, 2.5, 1 / 9, 1 / 4, 7], "saaty");
  const jobs = judge(4, [1 / 2, 3, 4, 6, 8, 1], "saaty");
  const transportation = judge(4, [1.5, 1 / 2, 4, 1 / 3.5, 2.5, 9], "saaty");
  const cities = composed(criteria.weights, [culture, family, housing, jobs, transportation].map(({ weights }) => weights));
  expect(cities).toEqual(close([0.229, 0.275, 0.385, 0.111]));
});

test("ahp.3x3 (a README on GitHub): 1, 5, 7; 1/5, 1, 3; 1/7, 1/3, 1", () => {
  const { weights, lambdaMax, consistencyRatio } = judge(3, [5, 7, 3], "saaty_old");
  expect(weights.map((weight) => published(weight, 3))).toEqual([0.731, 0.188, 0.081]);
  expect(lambdaMax).toBeCloseTo(3.0648876, 7);
  expect(consistencyRatio).toBeCloseTo(0.05594, 5);
  expect(judge(3, [5, 7, 3], "saaty").consistencyRatio).toBeCloseTo(0.06239, 5);
});

test("ahp.ri.saaty_ahpy, ahp.ri.donegan_dodd, ahp.ri.saaty_old: the tables of random indices", () => {
  expect(randomIndices.saaty.slice(2)).toEqual([0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59]);
  expect(randomIndices.donegan_dodd.slice(2)).toEqual([0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055]);
  expect(randomIndices.saaty_old.slice(0, 8)).toEqual([0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41]);
  expect(() => principalWeights(reciprocalMatrix(11, new Array<number>(55).fill(1)), randomIndices.donegan_dodd)).toThrow("no random index for 11 criteria");
});
