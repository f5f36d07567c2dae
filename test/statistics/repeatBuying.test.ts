import { beforeAll, describe, expect, test } from "vitest";
import { bgNbd, mbgNbd } from "../../pipeline/statistics/bgNbd.js";
import { historiesOf, type Histories } from "../../pipeline/statistics/histories.js";
import { predictHistories } from "../../pipeline/statistics/lifetimeValue.js";
import { paretoNbd } from "../../pipeline/statistics/paretoNbd.js";
import { fitRepeatBuying, type Fit, type Parameters, type RepeatBuyingModel } from "../../pipeline/statistics/repeatBuying.js";
import { histories, LAST_DAY, readCdnow, whyNoCdnow, type Customer } from "./cdnow.js";

/* Estimates and scores of the CDNOW sample as papers and packages print them: each title names its source. */
describe.skipIf(whyNoCdnow)(`repeat buying at CDNOW${whyNoCdnow}`, () => {
  let customers: Customer[];
  let calibration: Histories;
  const fits = new Map<RepeatBuyingModel, Fit>();
  const fitOf = (model: RepeatBuyingModel) => {
    if (!fits.has(model)) fits.set(model, fitRepeatBuying(model, calibration));
    return fits.get(model)!;
  };
  const closeTo = (fit: Fit, expected: number[], tolerance: number) =>
    expected.forEach((value, index) => expect(Math.abs(fit.parameters[index]! - value)).toBeLessThanOrEqual(tolerance));

  beforeAll(() => {
    customers = readCdnow();
    calibration = histories(customers);
  });

  test("cdnow.sample.counts: 2,357 customers and 6,696 days of purchase", () => {
    expect(customers.length).toBe(2357);
    expect(customers.reduce((sum, { days }) => sum + days.length, 0)).toBe(6696);
  });

  test("bgnbd.cdnow.paper: Fader, Hardie and Lee 2005", () => {
    closeTo(fitOf(bgNbd), [0.243, 4.414, 0.793, 2.426], 0.001);
    expect(Math.abs(fitOf(bgNbd).logLikelihood - -9582.4)).toBeLessThan(0.05);
  });

  test("bgnbd.cdnow.clvtools: the R package CLVTools", () => {
    closeTo(fitOf(bgNbd), [0.2425945, 4.4136019, 0.7929199, 2.4258881], 5e-5);
    expect(Math.abs(fitOf(bgNbd).logLikelihood - -9582.429)).toBeLessThan(0.001);
  });

  test("bgnbd.cdnow.ic: AIC and BIC of CLVTools", () => {
    expect(Math.abs(fitOf(bgNbd).aic - 19172.8584)).toBeLessThan(0.001);
    expect(Math.abs(fitOf(bgNbd).bic - 19195.919)).toBeLessThan(0.001);
  });

  test("bgnbd.cdnow.lifetimes_summary: estimates and standard errors of the Python package lifetimes", () => {
    closeTo(fitOf(bgNbd), [0.242593, 4.413532, 0.792886, 2.425752], 2e-4);
    // Standard errors of a rounded optimum, by numeric differences there.
    [0.012557, 0.378221, 0.185719, 0.705345].forEach((error, index) => expect(Math.abs(fitOf(bgNbd).standardErrors[index]! - error)).toBeLessThan(2e-4));
  });

  test("bgnbd.cdnow.own: an independent maximum", () => {
    closeTo(fitOf(bgNbd), [0.24259453, 4.41360223, 0.79292191, 2.42590656], 1e-6);
    expect(Math.abs(fitOf(bgNbd).logLikelihood - -9582.429206674)).toBeLessThan(1e-6);
  });

  test("bgnbd.cdnow.trap_weekly_collapse: purchases are days, not weeks", () => {
    const [r, alpha, a, b] = fitOf(bgNbd).parameters;
    for (const [ours, trap] of [[r, 0.291], [alpha, 6.852], [a, 0.665], [b, 2.32]] as const) expect(Math.abs(ours / trap - 1)).toBeGreaterThan(0.04);
  });

  test("bgnbd.cdnow.expected, bgnbd.cdnow.E52: repeat purchases of a new customer", () => {
    const expected = [[0.1429, 0.0078], [1, 0.0532], [3, 0.1506], [31.8571, 1.0405], [32, 1.0437], [78, 1.8576]] as const;
    for (const [weeks, value] of expected) expect(Math.abs(bgNbd.newCustomerExpectation(fitOf(bgNbd).parameters, weeks) - value)).toBeLessThan(0.001);
    expect(Math.abs(bgNbd.newCustomerExpectation(fitOf(bgNbd).parameters, 52) - 1.4440124303)).toBeLessThan(1e-6);
  });

  /** Expected purchases of one customer in so many days. */
  const expectedOf = (model: RepeatBuyingModel, parameters: Parameters, x: number, recencyWeeks: number, ageWeeks: number, weeks: number) => {
    // Histories are in days; 30.857142857 weeks are 216 of them.
    const one = historiesOf([x], [recencyWeeks * 7], [ageWeeks * 7], [1]);
    return predictHistories(model, parameters, one, weeks * 7).purchases[0]!;
  };

  test("bgnbd.cdnow.cet: a customer of two repeat purchases, by the spreadsheet of Hardie", () => {
    const { parameters } = fitOf(bgNbd);
    expect(Math.abs(expectedOf(bgNbd, parameters, 2, 213 / 7, 272 / 7, 39) - 1.226)).toBeLessThan(0.001);
  });

  test("bgnbd.cdnow.cust1516 and pnbd.cdnow.cust1516: the customer of 26 repeat purchases", () => {
    const one = historiesOf([26], [216], [217], [1]);
    const bg = predictHistories(bgNbd, fitOf(bgNbd).parameters, one, 364);
    expect(Math.abs(bg.purchases[0]! - 25.7573381)).toBeLessThan(1e-4);
    expect(Math.abs(bg.alive[0]! - 0.9688544)).toBeLessThan(1e-4);
    const pareto = predictHistories(paretoNbd, fitOf(paretoNbd).parameters, one, 364);
    expect(Math.abs(pareto.purchases[0]! - 25.46)).toBeLessThan(0.01);
    expect(Math.abs(pareto.alive[0]! - 0.9979)).toBeLessThan(0.001);
    expect(Math.abs(pareto.alive[0]! - 0.9978734)).toBeLessThan(1e-6);
  });

  test("bgnbd.cdnow.next_week_top: the best of lifetimes for the next week", () => {
    const top = { 1516: 0.710623, 157: 0.662396, 1981: 0.486526, 841: 0.474738, 509: 0.424877 };
    const { purchases } = predictHistories(bgNbd, fitOf(bgNbd).parameters, calibration, 7);
    for (const [id, value] of Object.entries(top)) {
      // lifetimes numbers the customers of the sample from 1.
      expect(Math.abs(purchases[Number(id) - 1]! - value)).toBeLessThan(1e-4);
    }
    const best = [...purchases.keys()].sort((one, other) => purchases[other]! - purchases[one]!).slice(0, 5);
    expect(new Set(best.map((row) => row + 1))).toEqual(new Set(Object.keys(top).map(Number)));
  });

  test("bgnbd.cdnow.increasing_frequency_paradox and pnbd.cdnow.paradox: who bought often and then no more is gone", () => {
    const bg = { 10: 0.34748, 15: 0.042837, 20: 0.0041593, 25: 0.00035839 };
    const pareto = { 10: 0.70589, 15: 0.14415, 20: 0.02249, 25: 0.00309 };
    for (const [x, value] of Object.entries(bg)) expect(Math.abs(expectedOf(bgNbd, fitOf(bgNbd).parameters, Number(x), 20, 39, 52) - value)).toBeLessThan(1e-4);
    for (const [x, value] of Object.entries(pareto)) expect(Math.abs(expectedOf(paretoNbd, fitOf(paretoNbd).parameters, Number(x), 20, 39, 52) - value)).toBeLessThan(1e-4);
  });

  test("bgnbd.cdnow.holdout: the 39 weeks held out, in total and by purchases of the calibration", () => {
    const { purchases } = predictHistories(bgNbd, fitOf(bgNbd).parameters, calibration, 273);
    const actual = customers.map(({ days }) => days.filter((day) => day > 272 && day <= LAST_DAY).length);
    const bin = (row: number) => Math.min(7, calibration.frequency[row]!);
    const mean = (values: ArrayLike<number>, of: number) => {
      const rows = customers.map((_, row) => row).filter((row) => bin(row) === of);
      return [rows.length, rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length] as const;
    };
    expect(actual.reduce((sum, value) => sum + value, 0)).toBe(1882);
    expect(Math.abs(purchases.reduce((sum, value) => sum + value, 0) - 1653.4087627)).toBeLessThan(0.001);
    const errors = actual.map((value, row) => value - purchases[row]!);
    expect(Math.abs(errors.reduce((sum, error) => sum + Math.abs(error), 0) / 2357 - 0.7854542)).toBeLessThan(0.001);
    expect(Math.abs(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 2357) - 1.607982)).toBeLessThan(0.001);
    const bins = { n: [1411, 439, 214, 100, 62, 38, 29, 64], actual: [0.237, 0.697, 1.393, 1.56, 2.532, 2.947, 3.862, 6.359], expected: [0.225, 0.523, 1.044, 1.52, 2.164, 2.654, 3.504, 6.157] };
    for (const [of, n] of bins.n.entries()) {
      expect(mean(actual, of)[0]).toBe(n);
      expect(Math.abs(mean(actual, of)[1] - bins.actual[of]!)).toBeLessThan(0.001);
      expect(Math.abs(mean(purchases, of)[1] - bins.expected[of]!)).toBeLessThan(0.001);
    }
  });

  test("pnbd.cdnow.holdout_sum39: the same in total by Pareto/NBD", () => {
    const { purchases } = predictHistories(paretoNbd, fitOf(paretoNbd).parameters, calibration, 273);
    expect(Math.abs(purchases.reduce((sum, value) => sum + value, 0) - 1665.51316)).toBeLessThan(0.01);
  });

  test("cdnow.cumulative: repeat purchases up to weeks 39, 52 and 78, actual and expected from each customer's own first day", () => {
    const expected = { 39: [2457, 2493.96, 2524.93], 52: [3183, 3127.68, 3184.43], 78: [4339, 4160.61, 4270.04] };
    for (const [week, [actual, bg, pareto]] of Object.entries(expected)) {
      // Week 39 ends with the 273rd day.
      const end = Number(week) * 7 - 1;
      expect(customers.reduce((sum, { days }) => sum + days.filter((day) => day <= end).length - 1, 0)).toBe(actual);
      const total = (model: RepeatBuyingModel) => customers.reduce((sum, { days }) => sum + model.newCustomerExpectation(fitOf(model).parameters, (end - days[0]!) / 7), 0);
      expect(Math.abs(total(bgNbd) - bg!)).toBeLessThan(0.05);
      expect(Math.abs(total(paretoNbd) - pareto!)).toBeLessThan(0.05);
    }
  });

  test("mbgnbd.cdnow: the R package BTYDplus", () => {
    closeTo(fitOf(mbgNbd), [0.525, 6.183, 0.891, 1.614], 0.001);
    closeTo(fitOf(mbgNbd), [0.52484316, 6.1830854, 0.8913595, 1.61400253], 1e-5);
    expect(Math.abs(fitOf(mbgNbd).logLikelihood - -9582.135716)).toBeLessThan(1e-5);
  });

  test("pnbd.cdnow.paper, pnbd.cdnow.btyd, pnbd.cdnow.clvtools, pnbd.cdnow.own: Pareto/NBD", () => {
    const fit = fitOf(paretoNbd);
    closeTo(fit, [0.553, 10.578, 0.606, 11.669], 0.01);
    expect(Math.abs(fit.logLikelihood - -9595)).toBeLessThan(0.05);
    // BTYD stopped its search a little earlier.
    [0.5533971, 10.5801985, 0.6060625, 11.6562237].forEach((value, index) => expect(Math.abs(fit.parameters[index]! / value - 1)).toBeLessThan(0.005));
    [0.55315, 10.57633, 0.60625, 11.6715].forEach((value, index) => expect(Math.abs(fit.parameters[index]! - value)).toBeLessThan(0.003));
    [0.0476264, 0.8427222, 0.1872594, 6.2105448].forEach((error, index) => expect(Math.abs(fit.standardErrors[index]! - error)).toBeLessThan(0.003));
    expect(Math.abs(fit.logLikelihood - -9594.976)).toBeLessThan(0.001);
    closeTo(fit, [0.5532771, 10.577684, 0.6062399, 11.668731], 1e-5);
    expect(Math.abs(fit.logLikelihood - -9594.976178979)).toBeLessThan(1e-6);
  });

  test("pnbd.cdnow.expected_0_9: repeat purchases of a new customer, by the R package BTYD", () => {
    const published = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159, 0.35181024, 0.38909211];
    const formula = [0, 0.05100638, 0.09962626, 0.14613445, 0.19075783, 0.23368618, 0.27508011, 0.31507689, 0.3537949, 0.39133708];
    for (let weeks = 0; weeks < 10; weeks++) {
      const value = paretoNbd.newCustomerExpectation(fitOf(paretoNbd).parameters, weeks);
      expect(Math.abs(value - published[weeks]!)).toBeLessThan(0.01);
      expect(Math.abs(value - formula[weeks]!)).toBeLessThan(1e-6);
    }
  });
});

const paper: Parameters = [0.243, 4.414, 0.793, 2.426];

test("bgnbd.cdnow.pmf: probabilities of counts, by the R package BTYD", () => {
  const close = (value: number, expected: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-4);
  close(bgNbd.countProbability(paper, 2, 10), 1.07869e-7);
  close(bgNbd.countProbability(paper, 39, 0), 0.5737864);
  const from11 = [0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.000222226];
  for (const [index, probability] of from11.entries()) close(bgNbd.countProbability(paper, 30, 11 + index), probability);
});

test("bgnbd.palive.x0: who never bought again is alive by BG/NBD, and perhaps not by MBG/NBD", () => {
  const once = historiesOf([0], [0], [273], [1]);
  expect(bgNbd.aliveProbabilities(paper, once)[0]).toBe(1);
  expect(mbgNbd.aliveProbabilities([0.525, 6.183, 0.891, 1.614], once)[0]).toBeLessThan(0.9);
});

test("pnbd.palive.x0_T39: the example of the R package BTYD", () => {
  const estimates: Parameters = [0.5533971, 10.5801985, 0.6060625, 11.6562237];
  expect(Math.abs(paretoNbd.aliveProbabilities(estimates, historiesOf([0], [0], [273], [1]))[0]! - 0.2941633)).toBeLessThan(1e-6);
});
