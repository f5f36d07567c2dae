// One row per run: how far intervals reach that hold what they are for with the chance prediction.confidence.
// key: none
// columns:
//   confidence       The chance [0 to 1]
//   normal_quantile  Quantile of the normal distribution of (1 + confidence) / 2: 1.96 for 0.95
// checks:
//   an interval has a width: normal_quantile > 0
import type { NumericColumns } from "../../engine/database.js";
import { normalQuantile } from "../../statistics/special.js";

export const inputs = { settings: "select prediction_confidence::double as confidence from run.settings" };

export const columns = { confidence: "DOUBLE", normal_quantile: "DOUBLE" } as const;

export function compute({ settings }: Record<string, NumericColumns>): NumericColumns {
  const { confidence } = settings as Record<string, Float64Array>;
  return { confidence: confidence!, normal_quantile: confidence!.map((chance) => normalQuantile((1 + chance) / 2)) };
}
