-- One row per customer with an order: its four values (价值构成), and what it is expected to bring.
-- Predicted value = discounted expected purchases over value.horizon_months (history_predictions) x expected spend in a
-- purchase (Gamma-Gamma, spend_fits) x margin rate (margin_rates), net of refunds. Its interval is that of the expectation,
-- by the delta method from the errors of both fits: what a single customer does will differ from it by far more.
-- Lifetime value (终身价值) = historical value + predicted value. Current value (现实价值) = what comes over the same horizon,
-- discounted alike, if the customer goes on as in the current window, as far as that is on record (recorded_window). Potential
-- value (潜在价值) = what categories that it does not buy could leave in a window's length: of each the chance that like customers
-- buy it x what it leaves of them (cross_selling); what referrals could add is not known, for no input says who came by whom.
-- key: customer_id
-- columns:
--   customer_id           Customer
--   kind                  consumer, business or distributor
--   basis                 What value is: margin, or revenue where the cost of goods is not known
--   alive_probability     Probability that the customer has not dropped out [0 to 1]
--   expected_purchases    Expected purchases in the next prediction.holdout_days [purchases]
--   year_purchases        Expected purchases in the next 365 days [purchases]
--   discounted_purchases  Discounted expected purchases over the horizon [purchases]
--   expected_spend        Expected revenue of a purchase [reporting currency]
--   margin_rate           Share of revenue that is left
--   predicted_value       Discounted value still to come over the horizon [reporting currency]
--   predicted_low         Lower end of the interval of the expectation [reporting currency]
--   predicted_high        Upper end [reporting currency]
--   predicted_reason      Why nothing is predicted; NULL where it is
--   historical_value      Margin to date less acquisition cost and cost to serve, or revenue to date where the basis is
--                         revenue; NULL where it is not known (历史价值) [reporting currency]
--   current_value         Value of the horizon at today's pattern; 0 without a purchase in the window [reporting currency]
--   potential_value       What categories not bought could add in a window; NULL without order lines or a purchase in the window [reporting currency]
--   lifetime_value        Historical plus predicted value; NULL where one of them is not known [reporting currency]
-- checks:
--   a prediction or a reason: (predicted_value is null) = (predicted_reason is not null)
--   a prediction lies in its interval: predicted_value is null or predicted_value between predicted_low and predicted_high
with
    predictions as (
        select
            histories.customer_id,
            histories.kind,
            predictions.alive_probability,
            predictions.expected_purchases,
            predictions.year_purchases,
            predictions.discounted_purchases,
            predictions.discounted_log_error,
            histories.frequency,
            -- Refunds may take more than was brought; a spend below nothing is none.
            greatest(coalesce(histories.repeat_revenue, 0), 0)::double as repeat_revenue
        from
            marts.buying_histories as histories
            left join marts.history_predictions as predictions on predictions.sample = 'all'
            and histories.frequency = predictions.frequency
            and histories.recency_days = predictions.recency_days
            and histories.age_days = predictions.age_days
    ),
    spend as (
        select
            predictions.*,
            case
                when fits.is_usable then expected_spend (fits.p, fits.q, fits.gamma, predictions.frequency, predictions.repeat_revenue)
            end as expected_spend,
            -- Derivatives of the logarithm of expected spend by those of p, q and gamma.
            1 - fits.p * predictions.frequency / (fits.p * predictions.frequency + fits.q - 1) as by_p,
            - fits.q / (fits.p * predictions.frequency + fits.q - 1) as by_q,
            fits.gamma / (fits.gamma + predictions.repeat_revenue) as by_gamma,
            fits.covariance_pp,
            fits.covariance_pq,
            fits.covariance_pg,
            fits.covariance_qq,
            fits.covariance_qg,
            fits.covariance_gg,
            fits.normal_quantile,
            fits.reason as spend_reason
        from
            predictions
            left join marts.spend_fits as fits on fits.sample = 'all'
    ),
    errors as (
        select
            spend.*,
            normal_quantile * sqrt(
                discounted_log_error * discounted_log_error + greatest(
                    by_p * by_p * covariance_pp + by_q * by_q * covariance_qq + by_gamma * by_gamma * covariance_gg + 2 * by_p * by_q * covariance_pq + 2 * by_p * by_gamma * covariance_pg + 2 * by_q * by_gamma * covariance_qg,
                    0
                )
            ) as log_reach
        from
            spend
    ),
    bought as (
        select
            customer_id,
            category
        from
            marts.order_categories
        where
            period = 'current'
            and has_category
            and order_count > 0
        group by
            customer_id,
            category
    ),
    possible as (
        select
            kind,
            tier,
            sum((chance * mean_value)::decimal(18, 4)) as value
        from
            marts.cross_selling
        group by
            kind,
            tier
    ),
    taken as (
        select
            tiers.customer_id,
            sum((selling.chance * selling.mean_value)::decimal(18, 4)) as value
        from
            marts.customer_tiers as tiers
            inner join marts.customers as customers on tiers.customer_id = customers.customer_id
            inner join bought on tiers.customer_id = bought.customer_id
            inner join marts.cross_selling as selling on customers.kind = selling.kind
            and tiers.tier = selling.tier
            and bought.category = selling.category
        group by
            tiers.customer_id
    ),
    gates as (
        select
            min(reason) as reason
        from
            marts.prediction_gates
    ),
    chosen as (
        select
            count(*) as models
        from
            marts.repeat_buying_choice
        where
            is_chosen
    ),
    valued as (
        select
            errors.*,
            rates.basis,
            rates.margin_rate,
            (errors.discounted_purchases * errors.expected_spend * rates.margin_rate)::decimal(18, 4) as predicted_value,
            case
                when rates.basis = 'margin' then profits.historical_value
                else customers.revenue
            end as historical_value,
            case
                when customers.current_orders = 0 then 0
                when rates.basis = 'margin' then coalesce(customers.current_margin, (customers.current_revenue * rates.margin_rate)::decimal(18, 4))
                else customers.current_revenue
            end as window_value,
            case
                when tiers.tier is not null then possible.value - coalesce(taken.value, 0)
            end as potential_value,
            case
                when gates.reason is not null then gates.reason
                when chosen.models = 0 then 'No model of repeat buying fits'
                when errors.spend_reason is not null then errors.spend_reason
                when rates.margin_rate is null then 'The margin of this kind of customer is not known'
            end as predicted_reason
        from
            errors
            inner join marts.customers as customers on errors.customer_id = customers.customer_id
            inner join marts.margin_rates as rates on errors.kind = rates.kind
            left join marts.customer_profits as profits on errors.customer_id = profits.customer_id
            left join marts.customer_tiers as tiers on errors.customer_id = tiers.customer_id
            left join possible on errors.kind = possible.kind
            and tiers.tier = possible.tier
            left join taken on errors.customer_id = taken.customer_id
            cross join gates
            cross join chosen
    )
select
    valued.customer_id,
    valued.kind,
    valued.basis,
    valued.alive_probability,
    valued.expected_purchases,
    valued.year_purchases,
    valued.discounted_purchases,
    valued.expected_spend,
    valued.margin_rate,
    valued.predicted_value,
    -- What is sold at a loss is the less the more is bought.
    least(
        valued.predicted_value::double * exp(- valued.log_reach),
        valued.predicted_value::double * exp(valued.log_reach)
    )::decimal(18, 4) as predicted_low,
    greatest(
        valued.predicted_value::double * exp(- valued.log_reach),
        valued.predicted_value::double * exp(valued.log_reach)
    )::decimal(18, 4) as predicted_high,
    valued.predicted_reason,
    valued.historical_value::decimal(18, 4) as historical_value,
    (
        valued.window_value::double * 365.25 / 12 / recorded.days * case
            when settings.value_discount_rate > 0 then (1 - power(1 + settings.value_discount_rate, - settings.value_horizon_months)) / settings.value_discount_rate
            else settings.value_horizon_months
        end
    )::decimal(18, 4) as current_value,
    valued.potential_value::decimal(18, 4) as potential_value,
    (valued.historical_value + valued.predicted_value)::decimal(18, 4) as lifetime_value
from
    valued
    cross join marts.recorded_window as recorded
    cross join run.settings as settings
