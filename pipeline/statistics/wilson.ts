/**
 * The interval of a rate that rests on few trials: the rates that the trials do not refute, by E. B. Wilson, "Probable
 * inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927). It
 * holds for 0 and all successes too, where the interval of the normal distribution has no width. The SQL macros wilson_low and
 * wilson_high say the same in models.
 *
 * @param quantile of the normal distribution: 1.96 for an interval of 95 %
 * @returns NaN without a trial
 */
export function wilsonInterval(successes: number, trials: number, quantile: number): { low: number; high: number } {
  const square = quantile * quantile;
  const middle = (successes + square / 2) / (trials + square);
  const reach = (quantile * Math.sqrt((successes * (trials - successes)) / trials + square / 4)) / (trials + square);
  // None and all are exact: what rounding leaves would read as a little.
  return { low: trials > 0 && successes === 0 ? 0 : middle - reach, high: trials > 0 && successes === trials ? 1 : middle + reach };
}
