// One row per week of the hold-out, and one for the split date: purchases since then of the customers of the calibration,
// and those that the chosen model of repeat buying expected of each from what it had done before. The last week may be short.
// None where no model was chosen, see repeat_buying_choice.
// key: week_end
// columns:
//   week_end            Last day of the week; of the first row the split date
//   purchases           Purchases since the split date [purchases]
//   expected_purchases  Purchases expected since then [purchases]
// checks:
//   purchases are not negative: purchases >= 0 and expected_purchases >= 0
import type { NumericColumns } from "../../engine/database.js";
import { historiesOf } from "../../statistics/histories.js";
import { predictHistories } from "../../statistics/lifetimeValue.js";
import { repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

export const inputs = {
  parameters: `
    select parameters.model, parameters.estimate from marts.repeat_buying_parameters as parameters
    inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen and parameters.sample = 'calibration' order by parameters.position`,
  histories: `
    select frequency::double as frequency, recency_days::double as recency_days, age_days::double as age_days, customers::double as customers
    from marts.distinct_histories where sample = 'calibration' order by frequency, recency_days, age_days`,
  weeks: `
    with ends as (
      select distinct least(numbers.range * 7, settings.prediction_holdout_days)::integer as days, settings.as_of_date - settings.prediction_holdout_days as split_date
      from run.settings as settings cross join range(0, 5300) as numbers
      where (numbers.range - 1) * 7 < settings.prediction_holdout_days
    ),
    bought as (
      select purchases.purchase_date, count(*) as purchases
      from marts.purchases as purchases
      inner join marts.buying_histories as histories on purchases.customer_id = histories.customer_id
      where histories.calibration_frequency is not null
      group by purchases.purchase_date
    )
    select ends.split_date + ends.days as week_end, ends.days::double as days, coalesce(sum(bought.purchases), 0)::double as purchases
    from ends left join bought on bought.purchase_date > ends.split_date and bought.purchase_date <= ends.split_date + ends.days
    group by ends.split_date, ends.days order by ends.days`,
};

export const columns = { week_end: "DATE", purchases: "INTEGER", expected_purchases: "DOUBLE" } as const;

export function compute(inputs: Record<string, NumericColumns>): NumericColumns {
  const { model: names, estimate } = inputs.parameters as { model: string[]; estimate: Float64Array };
  const model = repeatBuyingModels.find(({ name }) => name === names[0]);
  if (!model) return { week_end: [], purchases: [], expected_purchases: [] };
  const { frequency, recency_days, age_days, customers } = inputs.histories as Record<string, Float64Array>;
  const histories = historiesOf(frequency!, recency_days!, age_days!, customers!);
  const { days, purchases } = inputs.weeks as unknown as { days: Float64Array; purchases: Float64Array };
  const expected = days.map((ahead) => predictHistories(model, estimate as unknown as Parameters, histories, ahead).purchases
    .reduce((sum, value, row) => sum + value * customers![row]!, 0));
  return { week_end: inputs.weeks!.week_end!, purchases: Int32Array.from(purchases), expected_purchases: expected };
}
