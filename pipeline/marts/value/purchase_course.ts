// One row per week, from the first purchase on record: repeat purchases to date of the customers of the calibration, and
// those that the chosen model of repeat buying expects, fitted on the calibration: the tracking plot of Fader, Hardie and
// Lee (2005). Expected are those of a new customer since its own first day, before the split date and after it alike. Weeks
// are counted back from the split date. None where no model was chosen, see repeat_buying_choice.
// key: week_end
// columns:
//   week_end            Last day of the week
//   purchases           Repeat purchases to date [purchases]
//   expected_purchases  Repeat purchases to date by the model [purchases]
//   is_holdout          Whether the week lies after the split date
// checks:
//   purchases do not go back: purchases >= 0 and expected_purchases >= 0
import type { NumericColumns } from "../../engine/database.js";
import { DAYS_PER_WEEK } from "../../statistics/histories.js";
import { repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

export const inputs = {
  parameters: `
    select parameters.model, parameters.estimate from marts.repeat_buying_parameters as parameters
    inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen and parameters.sample = 'calibration' order by parameters.position`,
  first_days: `
    select (histories.first_purchase_date - (select min(first_purchase_date) from marts.buying_histories))::double as day, count(*)::double as customers
    from marts.buying_histories as histories where histories.calibration_frequency is not null group by day order by day`,
  weeks: `
    with bounds as (
      select min(histories.first_purchase_date) as first_date, max(settings.as_of_date) as last_date, max(settings.as_of_date - settings.prediction_holdout_days) as split_date
      from marts.buying_histories as histories cross join run.settings as settings
    ),
    weeks as (
      select bounds.split_date + (7 * numbers.number)::integer as week_end, bounds.*
      from bounds cross join (select range as number from range(-2000, 2000)) as numbers
      where bounds.split_date + (7 * numbers.number)::integer between bounds.first_date and bounds.last_date
    ),
    bought as (
      select purchases.purchase_date, count(*) as purchases
      from marts.purchases as purchases
      inner join marts.buying_histories as histories on purchases.customer_id = histories.customer_id
      where purchases.purchase_number > 1 and histories.calibration_frequency is not null
      group by purchases.purchase_date
    )
    select weeks.week_end, (weeks.week_end - weeks.first_date)::double as day, weeks.week_end > weeks.split_date as is_holdout,
      coalesce(sum(bought.purchases), 0)::double as purchases
    from weeks left join bought on bought.purchase_date <= weeks.week_end
    group by weeks.week_end, weeks.first_date, weeks.split_date order by weeks.week_end`,
};

export const columns = { week_end: "DATE", purchases: "INTEGER", expected_purchases: "DOUBLE", is_holdout: "BOOLEAN" } as const;

export function compute({ parameters, first_days, weeks }: Record<string, NumericColumns>): NumericColumns {
  const { model: names, estimate } = parameters as { model: string[]; estimate: Float64Array };
  const model = repeatBuyingModels.find(({ name }) => name === names[0]);
  if (!model) return { week_end: [], purchases: [], expected_purchases: [], is_holdout: [] };
  const { day: firsts, customers } = first_days as Record<string, Float64Array>;
  const { day: ends, purchases } = weeks as unknown as { day: Float64Array; purchases: Float64Array };
  const byDays = new Map<number, number>();
  const since = (days: number) => {
    if (!byDays.has(days)) byDays.set(days, model.newCustomerExpectation(estimate as unknown as Parameters, days / DAYS_PER_WEEK));
    return byDays.get(days)!;
  };
  const expected = ends.map((end) => {
    let sum = 0;
    for (let row = 0; row < firsts!.length && firsts![row]! < end; row++) sum += customers![row]! * since(end - firsts![row]!);
    return sum;
  });
  return { week_end: weeks!.week_end!, purchases: Int32Array.from(purchases), expected_purchases: expected, is_holdout: weeks!.is_holdout! };
}
