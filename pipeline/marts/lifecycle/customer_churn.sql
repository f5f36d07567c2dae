-- One row per customer that is not lost: the chance that it does not order in the prediction.holdout_days after the as-of date.
-- The chance is that of the model used, see churn_validation. What it puts at risk is the chance times the revenue of the
-- current window: what would be missing in a year if who falls silent then stays away. Some come back later (back_customers of
-- survival_groups). Customers whose chance is not low are ranked by it: to call first who brings much and may well leave.
-- Reasons are facts that go along with leaving, the strongest first, see churn_scores; of a model that knows no more than the
-- orders it is the time since the last one, where that is longer than the gap expected of it. Nobody is here where no model
-- could be fitted, see churn_fits and repeat_buying_fits, or the one used proved to be of no use.
-- key: customer_id
-- columns:
--   customer_id      Customer
--   model            Model that the chance is from
--   probability      Chance to leave [0 to 1]
--   band             low, medium or high: cut at prediction.churn_medium_from and churn_high_from
--   revenue          Revenue in the current window; NULL without orders in it [reporting currency]
--   revenue_at_risk  Chance times that revenue, 0 where that is not positive [reporting currency]
--   place            Place by what is at risk among those whose chance is not low and whom nothing keeps from being called, from 1;
--                    NULL for the others
--   reason_1         What raises the chance most; NULL where nothing does
--   reason_2         The next; NULL where there is none
--   reason_3         The one after; NULL where there is none
-- checks:
--   a chance lies between 0 and 1: probability between 0 and 1
--   what is at risk is no more than what was brought: revenue_at_risk between 0 and greatest(0, coalesce(revenue, 0))
with
    chances as (
        select
            predictions.customer_id,
            predictions.model,
            predictions.probability
        from
            marts.churn_predictions as predictions
            inner join marts.churn_validation as validation on predictions.model = validation.model
        where
            predictions.snapshot = 'today'
            and validation.is_used
            and validation.verdict <> 'no use'
    ),
    terms as (
        select
            scores.customer_id,
            places.place,
            case places.place
                when 1 then scores.reason_1
                when 2 then scores.reason_2
                else scores.reason_3
            end as term
        from
            marts.churn_scores as scores
            cross join (
                select
                    unnest(range(1, 4)) as place
            ) as places
            inner join marts.churn_validation as validation on validation.model = 'logistic'
        where
            scores.snapshot = 'today'
            and validation.is_used
        union all
        select
            chances.customer_id,
            1,
            'silence'
        from
            chances
            inner join marts.churn_features as features on chances.customer_id = features.customer_id
            and features.snapshot = 'today'
        where
            chances.model not in ('logistic', 'base rate')
            and features.recency_days > features.rhythm_days
    ),
    said as (
        select
            terms.customer_id,
            terms.place,
            case terms.term
                when 'silence' then 'silent for ' || features.recency_days || ' days, ' || safe_div(features.recency_days, features.rhythm_days)::decimal(12, 1) || ' times the gap expected of it'
                when 'rhythm' then 'gap expected between orders: ' || round(features.rhythm_days)::integer || ' days'
                when 'recency' then 'silent for ' || features.recency_days || ' days'
                when 'bought once' then case
                    when features.purchases = 1 then 'ordered once only'
                    else 'days with an order: ' || features.purchases
                end
                when 'purchases' then 'days with an order: ' || features.purchases
                when 'trend' then 'days with an order: ' || features.recent_purchases || ' in the last ' || settings.prediction_holdout_days || ' days, ' || features.earlier_purchases || ' before'
                when 'worth of an order' then 'worth of an order: ' || round(safe_div(features.revenue, features.purchases))::bigint || ' ' || settings.reporting_currency
                when 'tenure' then 'customer for ' || (features.tenure_days // 30) || ' months'
                when 'complaints' then 'complaints: ' || features.complaints
                when 'open complaint' then case
                    when features.open_complaints > 0 then 'a complaint is not resolved'
                    else 'no open complaint'
                end
                when 'satisfaction' then coalesce('last satisfaction: ' || features.satisfaction_score || ' of 5', 'no answer on satisfaction')
                when 'no satisfaction answer' then coalesce('last satisfaction: ' || features.satisfaction_score || ' of 5', 'no answer on satisfaction')
                when 'recommendation' then coalesce('last recommendation: ' || features.recommend_score || ' of 10', 'no answer on recommendation')
                when 'no recommendation answer' then coalesce('last recommendation: ' || features.recommend_score || ' of 10', 'no answer on recommendation')
                when 'contacts' then 'contacts in ' || 2 * settings.prediction_holdout_days || ' days: ' || features.contacts
                when 'business' then 'kind: ' || features.kind
                when 'distributor' then 'kind: ' || features.kind
            end as reason
        from
            terms
            inner join marts.churn_features as features on terms.customer_id = features.customer_id
            and features.snapshot = 'today'
            cross join run.settings as settings
        where
            terms.term is not null
    ),
    -- Two terms may say one thing.
    distinct_reasons as (
        select
            customer_id,
            reason,
            row_number() over (
                partition by
                    customer_id
                order by
                    min(place),
                    reason
            ) as place
        from
            said
        group by
            customer_id,
            reason
    ),
    reasons as (
        select
            customer_id,
            max(
                case
                    when place = 1 then reason
                end
            ) as reason_1,
            max(
                case
                    when place = 2 then reason
                end
            ) as reason_2,
            max(
                case
                    when place = 3 then reason
                end
            ) as reason_3
        from
            distinct_reasons
        group by
            customer_id
    ),
    valued as (
        select
            chances.*,
            customers.current_revenue as revenue,
            customers.hindrance is null as may_be_called,
            (chances.probability * greatest(0, coalesce(customers.current_revenue, 0))::double)::decimal(18, 4) as revenue_at_risk
        from
            chances
            inner join marts.customers as customers on chances.customer_id = customers.customer_id
    )
select
    valued.customer_id,
    valued.model,
    valued.probability,
    case
        when valued.probability < settings.prediction_churn_medium_from then 'low'
        when valued.probability < settings.prediction_churn_high_from then 'medium'
        else 'high'
    end as band,
    valued.revenue,
    valued.revenue_at_risk,
    case
        when valued.probability >= settings.prediction_churn_medium_from
        and valued.may_be_called then row_number() over (
            partition by
                valued.probability >= settings.prediction_churn_medium_from
                and valued.may_be_called
            order by
                valued.revenue_at_risk desc,
                valued.probability desc,
                valued.customer_id
        )
    end::integer as place,
    reasons.reason_1,
    reasons.reason_2,
    reasons.reason_3
from
    valued
    cross join run.settings as settings
    left join reasons on valued.customer_id = reasons.customer_id
