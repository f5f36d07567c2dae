import * as d3 from "d3";
import { historiesOf, type Histories } from "../../pipeline/statistics/histories.js";
import type { Spending } from "../../pipeline/statistics/gammaGamma.js";
import { Random } from "../../pipeline/statistics/random.js";
import type { Parameters } from "../../pipeline/statistics/repeatBuying.js";

/*
 * Customers drawn from a model with known parameters, as its authors describe them: a story of purchases and a dropout each,
 * not the likelihood that is tested. Purchases of one day are one.
 */

export type Story = "BG/NBD" | "MBG/NBD" | "Pareto/NBD";

/** Days of the purchases of each customer after its first; the first is on a day of the first `entryDays`. */
export function drawPurchases(story: Story, parameters: Parameters, customers: number, { days, entryDays, seed }: { days: number; entryDays: number; seed: number }): { first: number; repeats: number[] }[] {
  const random = new Random(seed);
  const source = () => (random.word() + 0.5) / 2 ** 32;
  const [r, alpha] = parameters;
  const gamma = d3.randomGamma.source(source);
  const beta = d3.randomBeta.source(source);
  const exponential = d3.randomExponential.source(source)(1);
  return Array.from({ length: customers }, () => {
    const first = Math.floor(source() * entryDays);
    const rate = gamma(r)() / alpha / 7;
    const until = days - first;
    const repeats: number[] = [];
    if (story === "Pareto/NBD") {
      const death = exponential() / (gamma(parameters[2])() / parameters[3] / 7);
      for (let time = exponential() / rate; time < Math.min(death, until); time += exponential() / rate) repeats.push(first + time);
    } else {
      const dropout = beta(parameters[2], parameters[3])();
      let isAlive = story === "BG/NBD" || source() >= dropout;
      for (let time = exponential() / rate; isAlive && time < until; time += exponential() / rate) {
        repeats.push(first + time);
        isAlive = source() >= dropout;
      }
    }
    return { first, repeats };
  });
}

/** Their histories up to a day, in whole days. */
export function historiesFrom(customers: { first: number; repeats: number[] }[], end: number): Histories {
  const known = customers.filter(({ first }) => first < end).map(({ first, repeats }) => {
    const days = [...new Set(repeats.map((time) => Math.ceil(time)))].filter((day) => day > first && day <= end);
    return { x: days.length, recency: days.length > 0 ? days.at(-1)! - first : 0, age: end - first };
  });
  return historiesOf(known.map(({ x }) => x), known.map(({ recency }) => recency), known.map(({ age }) => age), known.map(() => 1));
}

/** Mean spend of customers with 1 to 8 purchases each, or as many as given, by the story of Gamma-Gamma; NaN of no purchase. */
export function drawSpending([p, q, gamma]: readonly [number, number, number], customers: number, seed: number, given?: Int32Array): Spending {
  const random = new Random(seed);
  const source = () => (random.word() + 0.5) / 2 ** 32;
  const draw = d3.randomGamma.source(source);
  const purchases = given ?? Int32Array.from({ length: customers }, () => 1 + Math.floor(source() * 8));
  const meanSpend = Float64Array.from(purchases, (x) => {
    if (x === 0) return NaN;
    const rate = draw(q)() / gamma;
    return draw(p * x)() / rate / x;
  });
  return { purchases, meanSpend, customers: new Float64Array(customers).fill(1) };
}
