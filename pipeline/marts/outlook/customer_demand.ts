// One row per month ahead: orders and revenue as the models of single customers have them, of present customers and of
// customers still to come. A second way to the forecasts of demand_forecasts, which know the months and no customers.
// Present customers buy as the chosen model of repeat buying expects of each (history_predictions), for what is expected of
// each (customer_lifetime_values). New customers come as many a day as in the current window, as far as that is on record
// (recorded_window); they buy a first time for what first purchases brought then, and again as the model expects of a new
// customer, for the mean of spend_fits. A purchase is as many orders as in the window. The month of the as-of date is that of
// its orders so far and of its rest.
// Neither seasons nor trends are known here. None where nothing is predicted of single customers.
// key: month
// columns:
//   months_ahead     Months from the last complete one, from 1 [months]
//   month            First day of the month
//   present_orders   Orders of customers there are today; of the month of the as-of date with those so far [orders]
//   new_orders       Orders of customers still to come [orders]
//   present_revenue  Revenue of customers there are today [reporting currency]
//   new_revenue      Revenue of customers still to come [reporting currency]
//   new_customers    Customers who come in the month, after the as-of date [customers]
// checks:
//   nobody orders less than nothing: present_orders >= 0 and new_orders >= 0
import type { NumericColumns } from "../../engine/database.js";
import { DAYS_PER_WEEK } from "../../statistics/histories.js";
import { repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

export const inputs = {
  parameters: `
    select parameters.model, parameters.estimate from marts.repeat_buying_parameters as parameters
    inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen and parameters.sample = 'all' order by parameters.position`,
  histories: `
    select histories.frequency::double as frequency, histories.age_days::double as age_days, sum(customer_values.alive_probability::decimal(28, 15))::double as alive,
      sum((customer_values.alive_probability * customer_values.expected_spend)::decimal(28, 10))::double as alive_spend
    from marts.buying_histories as histories inner join marts.customer_lifetime_values as customer_values on histories.customer_id = customer_values.customer_id
    where customer_values.expected_spend is not null
    group by histories.frequency, histories.age_days order by histories.frequency, histories.age_days`,
  months: `
    with months as (
      select numbers.number as months_ahead, (measures.last_month + to_months(numbers.number))::date as month, settings.as_of_date
      from marts.demand_measures as measures cross join run.settings as settings cross join (select range::integer as number from range(1, 13)) as numbers
      where measures.measure = 'orders' and measures.last_month is not null
    )
    select months.months_ahead, months.month, greatest(0, months.month - months.as_of_date - 1)::double as from_days,
      greatest(0, last_day(months.month) - months.as_of_date)::double as to_days,
      coalesce(sum(orders.order_count), 0)::double as orders, coalesce(sum(orders.revenue), 0)::double as revenue
    from months left join marts.orders as orders on orders.order_date >= months.month and orders.order_date <= last_day(months.month)
    group by months.months_ahead, months.month, months.as_of_date order by months.months_ahead`,
  rates: `
    with window_purchases as (
      select purchases.* from marts.purchases as purchases cross join run.settings as settings
      where purchases.purchase_date > settings.as_of_date - settings.analysis_window_days
    )
    select (select max(days) from marts.recorded_window)::double as days, count(*)::double as purchases,
      sum(case when window_purchases.purchase_number = 1 then 1 else 0 end)::double as first_purchases,
      coalesce(sum(case when window_purchases.purchase_number = 1 then window_purchases.revenue end), 0)::double as first_revenue,
      (select coalesce(sum(orders.order_count), 0) from marts.orders as orders where orders.period = 'current')::double as orders,
      (select max(mean_spend) from marts.spend_fits where sample = 'all' and is_usable) as mean_spend
    from window_purchases`,
};

export const columns = {
  months_ahead: "INTEGER", month: "DATE", present_orders: "DOUBLE", new_orders: "DOUBLE", present_revenue: "DOUBLE", new_revenue: "DOUBLE", new_customers: "DOUBLE",
} as const;

export function compute(inputs: Record<string, NumericColumns>): NumericColumns {
  const { model: names, estimate } = inputs.parameters as { model: string[]; estimate: Float64Array };
  const model = repeatBuyingModels.find(({ name }) => name === names[0]);
  const rates = inputs.rates as Record<string, Float64Array>;
  const [days, purchases, firsts, firstRevenue, orders, meanSpend] = ["days", "purchases", "first_purchases", "first_revenue", "orders", "mean_spend"].map((name) => rates[name]![0]!) as [number, number, number, number, number, number];
  const none = Object.fromEntries(Object.keys(columns).map((name) => [name, []]));
  if (!model || !(purchases > 0) || Number.isNaN(meanSpend)) return none;
  const parameters = estimate as unknown as Parameters;
  const { frequency, age_days: ages, alive, alive_spend: aliveSpend } = inputs.histories as Record<string, Float64Array>;
  const { months_ahead: ahead, month, from_days: from, to_days: to, orders: ordered, revenue: earned } = inputs.months as unknown as { months_ahead: number[]; month: Date[] } & Record<string, Float64Array>;
  const perPurchase = orders / purchases;
  const perDay = firsts / days;
  // Repeat purchases by a day after the first, of who comes on any day before it, per customer a day.
  const last = to!.reduce((largest, day) => Math.max(largest, day), 0);
  const repeats = new Float64Array(last + 1);
  for (let day = 1; day <= last; day++) {
    repeats[day] = repeats[day - 1]! + (model.newCustomerExpectation(parameters, (day - 1) / DAYS_PER_WEEK) + model.newCustomerExpectation(parameters, day / DAYS_PER_WEEK)) / 2;
  }
  const between = (row: number, start: number, end: number) =>
    model.aliveExpectation(parameters, frequency![row]!, ages![row]! / DAYS_PER_WEEK, end / DAYS_PER_WEEK) - model.aliveExpectation(parameters, frequency![row]!, ages![row]! / DAYS_PER_WEEK, start / DAYS_PER_WEEK);
  const rows = ahead.map((months, index) => {
    const [start, end] = [from![index]!, to![index]!];
    let [present, revenue] = [0, 0];
    for (let row = 0; row < frequency!.length; row++) {
      const expected = between(row, start, end);
      present += alive![row]! * expected;
      revenue += aliveSpend![row]! * expected;
    }
    const newcomers = perDay * (end - start);
    const again = perDay * (repeats[end]! - repeats[start]!);
    return {
      months_ahead: months, month: month[index], present_orders: present * perPurchase + ordered![index]!, new_orders: (newcomers + again) * perPurchase,
      present_revenue: revenue + earned![index]!, new_revenue: (firsts > 0 ? (newcomers * firstRevenue) / firsts : 0) + again * meanSpend, new_customers: newcomers,
    };
  });
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => row[name])]));
}
