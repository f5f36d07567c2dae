-- One row per goal of orders or revenue whose period still runs and consists of whole months: what is forecast to be
-- reached by its end. What the complete months brought stands, and the forecast of the months left is added.
-- key: goal, period_start
-- columns:
--   goal          Name of the goal
--   measure       orders, or revenue net of returns
--   owner         Who answers for it
--   period_start  First day of the period
--   period_end    Last day of the period
--   target        Value to reach [orders or reporting currency]
--   reached       What the complete months of the period brought [orders or reporting currency]
--   months_left   Months of the period that are forecast [months]
--   value         Forecast of the whole period; NULL without one [orders or reporting currency]
--   low           What comes lies above this with the chance of prediction.confidence, both limits together [orders or
--                 reporting currency]
--   high          and below this [orders or reporting currency]
--   gap           Target less forecast [orders or reporting currency]
--   needed_rate   What the months left have to bring more than is forecast of them, as a share of that; NULL where nothing is
--                 forecast
--   verdict       reached already, sure, likely, unlikely, out of reach; NULL without a forecast
--   reason        Why there is no forecast: as in marts.demand_totals; ends too far ahead; begins later; begins before history
-- checks:
--   a goal has a verdict or a reason: (verdict is null) = (reason is not null)
with
    goals as (
        select
            targets.goal,
            targets.metric as measure,
            targets.owner,
            targets.period_start,
            targets.period_end,
            targets.target::double as target,
            outlooks.last_month,
            outlooks.reason,
            outlooks.longest_horizon,
            date_diff('month', outlooks.last_month, targets.period_end)::integer as months_left
        from
            marts.target_progress as targets
            inner join marts.demand_outlooks as outlooks on targets.metric = outlooks.measure
        where
            targets.period_start = date_trunc('month', targets.period_start)
            and targets.period_end = last_day(targets.period_end)
            and date_trunc('month', targets.period_end) > outlooks.last_month
    ),
    reached as (
        select
            goals.goal,
            goals.period_start,
            coalesce(sum(demand.value), 0)::double as reached,
            count(demand.month) as months
        from
            goals
            left join marts.demand_by_month as demand on goals.measure = demand.measure
            and demand.month between goals.period_start and goals.period_end
        group by
            goals.goal,
            goals.period_start
    ),
    found as (
        select
            goals.*,
            reached.reached,
            forecasts.total,
            forecasts.total_low,
            forecasts.total_high,
            case
                when goals.reason is not null then goals.reason
                when goals.period_start > goals.last_month + to_months(1) then 'begins later'
                when reached.months <> date_diff('month', goals.period_start, goals.last_month + to_months(1)) then 'begins before history'
                when goals.months_left > goals.longest_horizon then 'ends too far ahead'
                when (forecasts.total_high - forecasts.total <= forecasts.total * settings.outlook_widest_interval) is not true then 'too uncertain'
            end as found_reason
        from
            goals
            cross join run.settings as settings
            inner join reached on goals.goal = reached.goal
            and goals.period_start = reached.period_start
            left join marts.demand_forecasts as forecasts on goals.measure = forecasts.measure
            and goals.months_left = forecasts.months_ahead
    ),
    expected as (
        select
            found.*,
            case
                when found_reason is null then reached + total
            end as value,
            case
                when found_reason is null then reached + total_low
            end as low,
            case
                when found_reason is null then reached + total_high
            end as high
        from
            found
    )
select
    goal,
    measure,
    owner,
    period_start,
    period_end,
    target,
    reached,
    months_left,
    value,
    low,
    high,
    target - value as gap,
    case
        when total > 0 then (target - value) / total
    end as needed_rate,
    case
        when found_reason is not null then null
        when reached >= target then 'reached already'
        when low >= target then 'sure'
        when value >= target then 'likely'
        when high >= target then 'unlikely'
        else 'out of reach'
    end as verdict,
    found_reason as reason
from
    expected
