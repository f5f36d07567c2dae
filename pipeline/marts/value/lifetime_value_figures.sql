-- One row per run with an order: lifetime value of all customers together, and how far its predictions can be trusted.
-- A prediction is near where the chosen model expected the purchases of the hold-out within value.fit_tolerance, and, by the
-- spend expected in each and today's margin rates, what they brought; it is best where it came nearer to what each customer did
-- than both forecasts without a model.
-- key: none
-- columns:
--   customers               Customers with an order [customers]
--   basis                   What value is: margin, or revenue where the cost of goods is not known
--   historical_value        What they brought to date; NULL where it is not known of any [reporting currency]
--   current_value           What would come over the horizon at today's pattern [reporting currency]
--   potential_value         What categories not bought could add in a window; NULL where it is not known [reporting currency]
--   predicted_value         What is still to come over the horizon; NULL where nothing is predicted [reporting currency]
--   predicted_low           Lower end of the interval of the expectation [reporting currency]
--   predicted_high          Upper end [reporting currency]
--   predicted_as_tried      What is still to come if customers go on bringing less, or more, than expected as they did in the
--                           hold-out: predicted value / (1 + deviation rate) of value, or of purchases where that is not known
--                           [reporting currency]
--   alive_customers         Customers expected not to have dropped out [customers]
--   year_purchases          Purchases expected in the next 365 days [purchases]
--   model                   Chosen model of repeat buying; NULL where there is none
--   split_date              Last day of the calibration
--   holdout_purchases       Purchases of the hold-out by the customers of the calibration [purchases]
--   holdout_expected        Purchases that the model expected [purchases]
--   deviation_rate          Expected less actual purchases, by the actual ones
--   holdout_value           What the purchases of the hold-out brought; NULL where no margin rate is known [reporting currency]
--   holdout_expected_value  What they were expected to; NULL where spend could not be fitted up to the split date [reporting currency]
--   value_deviation_rate    Expected less actual value, by the actual one; NULL where that is not positive
--   is_near                 Whether the deviations lie within value.fit_tolerance; NULL without a hold-out
--   is_best                 Whether the root of the mean squared error of a customer is below that of both forecasts without a
--                           model, by value.fit_least_gain at least; squared errors are least for who expects the mean
--   reason                  Why nothing is predicted; NULL where it is
-- checks:
--   a prediction or a reason: (predicted_value is null) = (reason is not null)
with
    sums as (
        select
            count(*) as customers,
            min(basis) as basis,
            sum(historical_value) as historical_value,
            sum(current_value) as current_value,
            sum(potential_value) as potential_value,
            sum(predicted_value) as predicted_value,
            sum(alive_probability::decimal(28, 15))::double as alive_customers,
            sum(year_purchases::decimal(28, 12))::double as year_purchases,
            min(predicted_reason) as reason
        from
            marts.customer_lifetime_values
    ),
    forecasts as (
        select
            max(
                case
                    when forecast = 'model' then purchases
                end
            ) as purchases,
            max(
                case
                    when forecast = 'model' then expected_purchases
                end
            ) as expected_purchases,
            max(
                case
                    when forecast = 'model' then deviation_rate
                end
            ) as deviation_rate,
            max(
                case
                    when forecast = 'model' then root_mean_square
                end
            ) as model_error,
            min(
                case
                    when forecast <> 'model' then root_mean_square
                end
            ) as least_other_error
        from
            marts.holdout_forecasts
    ),
    money as (
        select
            sum((holdout.revenue::double * rates.margin_rate)::decimal(38, 9)) as holdout_value,
            sum((holdout.expected_revenue * rates.margin_rate)::decimal(38, 9)) as holdout_expected_value
        from
            marts.holdout_customers as holdout
            inner join marts.buying_histories as histories on holdout.customer_id = histories.customer_id
            inner join marts.margin_rates as rates on histories.kind = rates.kind
        where
            rates.margin_rate is not null
    ),
    deviations as (
        select
            holdout_value,
            holdout_expected_value,
            case
                when holdout_value > 0 then safe_div(holdout_expected_value - holdout_value, holdout_value)
            end as value_deviation_rate
        from
            money
    ),
    chosen as (
        select
            max(model) as model
        from
            marts.repeat_buying_choice
        where
            is_chosen
    )
select
    sums.customers::integer as customers,
    sums.basis,
    sums.historical_value,
    sums.current_value,
    sums.potential_value,
    sums.predicted_value,
    totals.predicted_low,
    totals.predicted_high,
    safe_div(sums.predicted_value, 1 + coalesce(deviations.value_deviation_rate, forecasts.deviation_rate)) as predicted_as_tried,
    sums.alive_customers,
    sums.year_purchases,
    chosen.model,
    (settings.as_of_date - settings.prediction_holdout_days)::date as split_date,
    forecasts.purchases as holdout_purchases,
    forecasts.expected_purchases as holdout_expected,
    forecasts.deviation_rate,
    deviations.holdout_value::double as holdout_value,
    deviations.holdout_expected_value::double as holdout_expected_value,
    deviations.value_deviation_rate,
    abs(forecasts.deviation_rate) <= settings.value_fit_tolerance
    and coalesce(abs(deviations.value_deviation_rate) <= settings.value_fit_tolerance, true) as is_near,
    forecasts.model_error <= forecasts.least_other_error * (1 - settings.value_fit_least_gain) as is_best,
    case
        when sums.predicted_value is null then sums.reason
    end as reason
from
    sums
    cross join forecasts
    cross join deviations
    cross join chosen
    cross join run.settings as settings
    left join marts.lifetime_value_totals as totals on totals.customers > 0
where
    sums.customers > 0
