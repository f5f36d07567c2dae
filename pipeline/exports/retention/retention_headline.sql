-- One row per run with an order: who is still a customer, who is expected to leave, and how far that can be trusted.
-- columns:
--   buyers            Customers that ever ordered [customers]
--   active_customers  Those that are not lost; NULL without a horizon [customers]
--   lost_after_days   A customer without an order for longer than this is lost [days]
--   holdout_days      Time that is predicted [days]
--   confidence        Chance with which intervals hold what they are for [0 to 1]
--   medium_from       A chance to leave from here on is medium [0 to 1]
--   high_from         A chance to leave from here on is high [0 to 1]
--   has_chances       Whether chances to leave could be computed
--   reason            Why they could not; NULL where they could
--   snapshot_date     Day from which the model used was tried on what then came
--   tried_customers   Customers of that day [customers]
--   left_customers    Customers of that day who left [customers]
with
    buyers as (
        select
            count(*) as buyers,
            count(
                case
                    when customers.recency_days <= horizons.days then 1
                end
            ) as active_customers,
            max(horizons.days) as lost_after_days
        from
            marts.customers as customers
            cross join marts.lost_after as horizons
        where
            customers.orders > 0
    ),
    missing as (
        select
            min(reason) as reason
        from
            marts.churn_fits
        where
            fit = 'final'
    ),
    trial as (
        select
            until_date
        from
            marts.churn_fits
        where
            fit = 'trial'
    )
select
    buyers.buyers::integer as buyers,
    case
        when buyers.lost_after_days is not null then buyers.active_customers
    end::integer as active_customers,
    buyers.lost_after_days::integer as lost_after_days,
    settings.prediction_holdout_days::integer as holdout_days,
    settings.prediction_confidence::double as confidence,
    settings.prediction_churn_medium_from::double as medium_from,
    settings.prediction_churn_high_from::double as high_from,
    outlook.customers is not null as has_chances,
    case
        when outlook.customers is null then coalesce(used.verdict_reason, missing.reason)
    end as reason,
    trial.until_date as snapshot_date,
    outlook.high_customers,
    outlook.medium_customers,
    outlook.expected_left,
    outlook.expected_left_low,
    outlook.expected_left_high,
    outlook.expected_left_rate,
    outlook.expected_left_as_tried,
    outlook.revenue::double as revenue,
    outlook.at_risk,
    outlook.at_risk_low,
    outlook.at_risk_high,
    outlook.at_risk_rate,
    used.model,
    used.verdict,
    used.verdict_reason,
    used.customers as tried_customers,
    used.left_customers,
    used.expected_customers
from
    buyers
    cross join missing
    cross join trial
    cross join run.settings as settings
    left join marts.churn_validation as used on used.is_used
    left join marts.churn_outlook as outlook on used.is_used
where
    buyers.buyers > 0
order by
    buyers
