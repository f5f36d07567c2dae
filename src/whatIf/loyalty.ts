/**
 * The loyalty score (客户忠诚度): the weighted sum of the standard scores of recency, reversed, number of orders and amount,
 * z = (x - mean) / standard deviation over the customers that are scored. What all agree in (deviation 0) counts nothing.
 */

export interface RfmMeasures {
  /** Recency reversed: the more recent, the higher. */
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
}

export type RfmWeights = readonly [recency: number, frequency: number, monetary: number];

/** Standard scores with the deviation of n - 1; 0 where all values are equal. */
export function standardScores(values: Float64Array): Float64Array {
  const count = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / count;
  let squares = 0;
  let isEqual = true;
  for (const value of values) {
    squares += (value - mean) ** 2;
    if (value !== values[0]) isEqual = false;
  }
  const deviation = isEqual ? 0 : Math.sqrt(squares / (count - 1));
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

/** The three measures of customers, standardised. */
export const rfmMeasures = (recencyDays: Float64Array, orders: Float64Array, amounts: Float64Array): RfmMeasures => ({
  recency: standardScores(recencyDays.map((days) => -days)), frequency: standardScores(orders), monetary: standardScores(amounts),
});

export function loyaltyScores({ recency, frequency, monetary }: RfmMeasures, [recencyWeight, frequencyWeight, monetaryWeight]: RfmWeights): Float64Array {
  const scores = new Float64Array(recency.length);
  for (let row = 0; row < scores.length; row++) scores[row] = recencyWeight * recency[row]! + frequencyWeight * frequency[row]! + monetaryWeight * monetary[row]!;
  return scores;
}

/** Ranks by score from 1, the highest; equal scores share the best rank. */
export function ranks(scores: Float64Array): Int32Array {
  const sorted = scores.toSorted();
  const count = sorted.length;
  const found = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const score = scores[row]!;
    // How many are at most as high: what is left is higher.
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! <= score) low = middle + 1;
      else high = middle;
    }
    found[row] = count - low + 1;
  }
  return found;
}
