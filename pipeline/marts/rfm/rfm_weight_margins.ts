// One row per measure: how far its weight can fall and rise before other customers are at the head of the ranking by loyalty.
// The other weights give or take in proportion, so that the three still add up to 1.
// key: measure
// columns:
//   measure        recency, frequency or monetary
//   weight         Weight in the loyalty score [0 to 1]
//   top_customers  Customers at the head of the ranking, those with the score of the last of them too [customers]
//   falls_to       Weight at which the first other customer comes among them, as it falls; NULL where even 0 changes nothing [0 to 1]
//   rises_to       Weight at which the first other customer comes among them, as it rises; NULL where even 1 changes nothing [0 to 1]
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { loyaltyScores, topMargin, topScore } from "../../statistics/loyalty.js";
import { loyaltyInputs } from "./rfm_weight_changes.js";

export const inputs = {
  points: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
  weights: "select measure, weight from marts.rfm_weights order by measure",
};

export const columns = { measure: "VARCHAR", weight: "DOUBLE", top_customers: "INTEGER", falls_to: "DOUBLE", rises_to: "DOUBLE" } as const;

export function compute(tables: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const { scores, rows, weights } = loyaltyInputs(tables);
  const names = rows.length === 0 ? [] : (["recency", "frequency", "monetary"] as const);
  const all = loyaltyScores(scores, weights);
  const least = topScore(all, rows, settings.loyalty_top);
  const top = rows.reduce((sum, on, point) => (all[point]! >= least ? sum + on : sum), 0);
  const margin = (index: number, direction: 1 | -1) => {
    const measure = scores[(["recency", "frequency", "monetary"] as const)[index]!];
    const others = all.map((score, point) => score - weights[index]! * measure[point]!);
    return topMargin(others, measure, { weight: weights[index]!, least, scores: all, direction });
  };
  return {
    measure: [...names], weight: names.map((_, index) => weights[index]), top_customers: names.map(() => top),
    falls_to: names.map((_, index) => margin(index, -1)), rises_to: names.map((_, index) => margin(index, 1)),
  };
}
