-- One row per goal and period that its metric is measured over: the periods of the goal that have begun, as many as long before the
-- first of them as targets.course_periods says, and for sums that still run the same period a year before.
-- A period of whole months is as long as so many months, any other as so many days. A period that runs is measured up to the as-of
-- date. Customers are counted over as many days as the period has, up to its last day or the as-of date, for a count of the
-- first weeks could not be compared. What is known for the as-of date alone has no earlier periods.
-- key: goal, use, period_start
-- columns:
--   goal          Name of the goal
--   metric        Figure it is measured by
--   kind          How the metric is counted, see target_metrics
--   use           goal; before: earlier than the first period of the goal; year before: a year before one that runs; year before
--                 so far: of that, as much as has gone of the one that runs
--   period_start  First day of the period; of one a year before, that of the period that runs
--   period_end    Last day of that period
--   first_day     First day that is measured
--   last_day      Last day that is measured
-- checks:
--   a span has a day or more: first_day <= last_day
--   nothing after the as-of date counts: last_day <= (select as_of_date from run.settings)
with
    goals as (
        select
            targets.goal,
            targets.metric,
            metrics.kind,
            targets.period_start,
            targets.period_end,
            (targets.period_end - targets.period_start + 1)::integer as period_days,
            case
                when targets.period_start = date_trunc('month', targets.period_start)
                and targets.period_end = last_day(targets.period_end) then date_diff('month', targets.period_start, targets.period_end) + 1
            end as period_months,
            least(targets.period_end, settings.as_of_date) as until_day,
            targets.period_end > settings.as_of_date as is_running,
            settings.as_of_date,
            row_number() over (
                partition by
                    targets.goal
                order by
                    targets.period_start
            ) as place
        from
            staging.stg_targets as targets
            inner join marts.target_metrics as metrics on targets.metric = metrics.metric
            cross join run.settings as settings
    ),
    steps as (
        select
            unnest(range(1, settings.targets_course_periods + 1)) as step
        from
            run.settings as settings
    ),
    shifted as (
        select
            goals.*,
            case
                when period_months is not null then period_start - to_months((steps.step * period_months)::integer)
                else period_start - (steps.step * period_days)::integer
            end::date as earlier_start,
            case
                when period_months is not null then last_day((period_end - to_months((steps.step * period_months)::integer))::date)
                else period_end - (steps.step * period_days)::integer
            end::date as earlier_end
        from
            goals
            cross join steps
        where
            goals.place = 1
            and goals.kind <> 'as-of date'
    ),
    spans as (
        select
            goal,
            metric,
            kind,
            'goal' as
        use,
        period_start,
        period_end,
        period_days,
        period_start as first_day,
        until_day as last_day
        from
            goals
        where
            period_start <= as_of_date
        union all
        select
            goal,
            metric,
            kind,
            'before',
            earlier_start,
            earlier_end,
            (earlier_end - earlier_start + 1)::integer,
            earlier_start,
            earlier_end
        from
            shifted
        where
            earlier_end <= as_of_date
        union all
        select
            goals.goal,
            goals.metric,
            goals.kind,
            uses.use,
            goals.period_start,
            goals.period_end,
            goals.period_days,
            (goals.period_start - to_years(1))::date,
            -- The end of a month stays one, leap years or not.
            case
                when ends.day = last_day(ends.day) then last_day((ends.day - to_years(1))::date)
                else ends.day - to_years(1)
            end::date
        from
            goals
            cross join (
                values
                    ('year before'),
                    ('year before so far')
            ) as uses (
                use
            )
            cross join lateral (
                select
                    case
                        when uses.use = 'year before' then goals.period_end
                        else goals.until_day
                    end as day
            ) as ends
        where
            goals.is_running
            and goals.period_start <= goals.as_of_date
            and goals.kind in ('sum', 'sum of months')
            and goals.period_days <= 366
    )
select
    goal,
    metric,
    kind,
use,
period_start,
period_end,
case
    when kind = 'customers' then last_day - period_days + 1
    else first_day
end as first_day,
last_day
from
    spans
