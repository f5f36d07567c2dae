// One row per number of repeat purchases in the calibration: how many customers made as many, and how many the chosen model
// of repeat buying lets expect of the time that each has been a customer: the histogram of Schmittlein and Peterson (1994).
// None where no model was chosen, see repeat_buying_choice.
// key: frequency
// columns:
//   frequency           Purchases after the first, 0 to 6; 7 for 7 and more [purchases]
//   customers           Customers [customers]
//   expected_customers  Customers by the model [customers]
// checks:
//   nobody is a negative number: customers >= 0 and expected_customers >= 0
import type { NumericColumns } from "../../engine/database.js";
import { DAYS_PER_WEEK } from "../../statistics/histories.js";
import { repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

export const inputs = {
  parameters: `
    select parameters.model, parameters.estimate from marts.repeat_buying_parameters as parameters
    inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen and parameters.sample = 'calibration' order by parameters.position`,
  frequencies: `select frequency::double as frequency, sum(customers)::double as customers from marts.distinct_histories where sample = 'calibration' group by frequency order by frequency`,
  ages: `select age_days::double as age_days, sum(customers)::double as customers from marts.distinct_histories where sample = 'calibration' group by age_days order by age_days`,
};

export const columns = { frequency: "INTEGER", customers: "INTEGER", expected_customers: "DOUBLE" } as const;

/** From here on together. */
const MANY = 7;

export function compute(inputs: Record<string, NumericColumns>): NumericColumns {
  const { model: names, estimate } = inputs.parameters as { model: string[]; estimate: Float64Array };
  const model = repeatBuyingModels.find(({ name }) => name === names[0]);
  if (!model) return { frequency: [], customers: [], expected_customers: [] };
  const counts = Array.from({ length: MANY + 1 }, (_, count) => count);
  const customers = new Float64Array(MANY + 1);
  const { frequency, customers: having } = inputs.frequencies as Record<string, Float64Array>;
  for (const [row, x] of frequency!.entries()) customers[Math.min(MANY, x)]! += having![row]!;
  const expected = new Float64Array(MANY + 1);
  const { age_days: ages, customers: aged } = inputs.ages as Record<string, Float64Array>;
  for (const [row, days] of ages!.entries()) {
    let rest = 1;
    for (let count = 0; count < MANY; count++) {
      const probability = model.countProbability(estimate as unknown as Parameters, days / DAYS_PER_WEEK, count);
      expected[count]! += aged![row]! * probability;
      rest -= probability;
    }
    expected[MANY]! += aged![row]! * Math.max(0, rest);
  }
  return { frequency: counts, customers: Int32Array.from(customers), expected_customers: expected };
}
