-- One row per fit of the chance to leave: what it is learned from, and why it cannot be where it cannot.
-- The trial learns from the first snapshot of churn_features who left by the second, and is tried on the second, where it
-- is known who left by the as-of date. The final fit learns from the second snapshot and says who may leave after the as-of
-- date. Neither is made unless the conditions of prediction_gates are met, the history before its snapshot is as long as
-- they ask for, and prediction.churn_min_outcomes customers left and as many stayed; no final fit without a trial.
-- key: fit
-- columns:
--   fit                trial or final
--   snapshot           Snapshot of churn_features it learns from
--   snapshot_date      Its day
--   until_date         Last day of the time in which customers left or stayed
--   customers          Customers of the snapshot [customers]
--   left_customers     Those who left [customers]
--   stayed_customers   Those who stayed [customers]
--   left_rate          Share of those who left
--   is_possible        Whether the fit is made
--   reason             Why it is not; NULL where it is
-- checks:
--   what is not possible has a reason: is_possible = (reason is null)
with
    fits as (
        select
            'trial' as fit,
            'first' as snapshot,
            as_of_date - 2 * prediction_holdout_days as snapshot_date,
            prediction_holdout_days as holdout_days,
            prediction_min_history_days as history_days,
            prediction_churn_min_outcomes as min_outcomes
        from
            run.settings
        union all
        select
            'final',
            'second',
            as_of_date - prediction_holdout_days,
            prediction_holdout_days,
            prediction_min_history_days,
            prediction_churn_min_outcomes
        from
            run.settings
    ),
    gates as (
        select
            min(
                case
                    when not is_met then position
                end
            ) as first_missed
        from
            marts.prediction_gates
    ),
    history as (
        select
            min(order_date) as first_order_date
        from
            marts.orders
        where
            order_count > 0
    ),
    counts as (
        select
            snapshot,
            count(*) as customers,
            count(
                case
                    when has_left then 1
                end
            ) as left_customers
        from
            marts.churn_features
        group by
            snapshot
    ),
    judged as (
        select
            fits.*,
            coalesce(counts.customers, 0)::integer as customers,
            coalesce(counts.left_customers, 0)::integer as left_customers,
            (coalesce(counts.customers, 0) - coalesce(counts.left_customers, 0))::integer as stayed_customers,
            case
                when gates.first_missed is not null then missed.reason
                when fits.snapshot_date - history.first_order_date < fits.history_days
                or history.first_order_date is null then 'Days of history before ' || fits.snapshot_date || ': ' || greatest(0, coalesce(fits.snapshot_date - history.first_order_date, 0)) || ', fewer than ' || fits.history_days
                when coalesce(counts.left_customers, 0) < fits.min_outcomes then 'Customers of ' || fits.snapshot_date || ' who left: ' || coalesce(counts.left_customers, 0) || ', fewer than ' || fits.min_outcomes
                when counts.customers - counts.left_customers < fits.min_outcomes then 'Customers of ' || fits.snapshot_date || ' who stayed: ' || (counts.customers - counts.left_customers) || ', fewer than ' || fits.min_outcomes
            end as own_reason
        from
            fits
            cross join gates
            cross join history
            left join marts.prediction_gates as missed on gates.first_missed = missed.position
            left join counts on fits.snapshot = counts.snapshot
    ),
    reasoned as (
        select
            judged.*,
            case
                when judged.fit = 'trial' then judged.own_reason
                else coalesce(trials.own_reason, judged.own_reason)
            end as reason
        from
            judged
            left join judged as trials on trials.fit = 'trial'
    )
select
    fit,
    snapshot,
    snapshot_date,
    snapshot_date + holdout_days as until_date,
    customers,
    left_customers,
    stayed_customers,
    safe_div(left_customers, customers) as left_rate,
    reason is null as is_possible,
    reason
from
    reasoned
