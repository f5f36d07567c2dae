-- One row per goal and period: the target against what was reached, up to the period's end or the as-of date.
-- Of a sum that still grows (revenue, new customers, lost customers) a part of the target is due while the period runs: as much as had
-- come by the same day of the same period a year before (targets.due_by), so that a shop that lives on Christmas is not behind in
-- summer; where that is not known, or the period is longer than a year, as many days as are gone of it. All other
-- figures must stand at the target at any time. Status: a period that is over is reached or missed. While it runs a sum that has got
-- to its target is reached, and one that should stay below and went beyond it is missed; else it is on track with what is due,
-- at risk if it misses that by no more than targets.sum_tolerance, of other figures targets.level_tolerance, and
-- behind by more. What cannot be measured is NULL with the reason, never 0.
-- key: goal, period_start
-- columns:
--   goal              Name of the goal
--   metric            Figure it is measured by
--   unit              Unit of target and actual; NULL where the figure is not known
--   is_lower_better   Whether less is better; NULL where the figure is not known
--   owner             Who answers for it
--   period_start      First day of the period
--   period_end        Last day of the period
--   measured_from     First day of what is measured: the period's first, or of a count of customers that runs an earlier one, see target_spans;
--                     NULL before the period, and where the figure is not known
--   measured_until    Last day of what is measured: the period's end, or the as-of date before it; NULL before the period
--   target            Value to reach
--   actual            Value reached
--   actual_low        Lower end of its interval, see target_values; NULL for what has none
--   actual_high       Upper end of that interval
--   reached_share     Actual by target; where less is better target by actual; NULL where the divisor is not positive
--   expected_share    Share of the target that is due by then: of a sum that runs see above, of others 1 [0 to 1]
--   due_by            How that is found: year before, days, or whole where all is due; NULL where the figure is not known
--   due               Target by that share: what should have been reached by then, in the unit of the target
--   gap               Actual less what is due, in the unit of the target; below 0 it falls short where more is better
--   status            reached, missed, on track, at risk, behind, to come or not measured
--   is_miss_clear     Whether what is missed, behind or at risk misses what is due by more than chance explains, its interval not
--                     reaching it; NULL for any other status, and without an interval
--   reason            Why there is no actual
--   is_headline       Whether it stands beside the figure of its metric: of the goals whose period holds the as-of date the
--                     one as long as the window analysed, or closest to it; of several the one that ends first
-- checks:
--   what is measured has a day or more: measured_from is null or measured_from <= measured_until
--   a goal has an actual or a reason: (actual is null) = (reason is not null)
--   what is not measured has no status: (actual is null) = (status in ('not measured', 'to come'))
--   the share due grows from 0 to 1: coalesce(expected_share between 0 and 1, true)
with
    goals as (
        select
            targets.*,
            metrics.kind,
            metrics.unit,
            metrics.is_lower_better,
            metrics.kind in ('sum', 'sum of months') as is_sum,
            case
                when targets.period_start <= settings.as_of_date then least(targets.period_end, settings.as_of_date)
            end as measured_until,
            targets.period_end <= settings.as_of_date as is_over,
            (targets.period_end - targets.period_start + 1)::integer as period_days,
            greatest(least(targets.period_end, settings.as_of_date) - targets.period_start + 1, 0)::integer as days_gone
        from
            staging.stg_targets as targets
            left join marts.target_metrics as metrics on targets.metric = metrics.metric
            cross join run.settings as settings
    ),
    measured as (
        select
            spans.goal,
            spans.period_start,
            spans.use,
            spans.first_day,
            reached.value,
            reached.low,
            reached.high,
            reached.reason
        from
            marts.target_spans as spans
            inner join marts.target_values as reached on spans.metric = reached.metric
            and spans.first_day = reached.first_day
            and spans.last_day = reached.last_day
    ),
    seasons as (
        select
            wholes.goal,
            wholes.period_start,
            safe_div(parts.value, wholes.value) as share
        from
            measured as wholes
            inner join measured as parts on wholes.goal = parts.goal
            and wholes.period_start = parts.period_start
            and parts.use = 'year before so far'
        where
            wholes.use = 'year before'
            and wholes.value > 0
            -- More refunds than sales, before or after the day: no season.
            and parts.value between 0 and wholes.value
    ),
    found as (
        select
            goals.*,
            seasons.share as season_share,
            case
                when goals.kind is null then 'no figure of this name is computed'
                when goals.days_gone = 0 then 'the period has not begun'
                else measured.reason
            end as reason,
            measured.first_day as measured_from,
            measured.value as actual,
            measured.low as actual_low,
            measured.high as actual_high,
            case
                when goals.kind is null then null
                when not goals.is_sum
                or goals.is_over then 'whole'
                when seasons.share is not null
                and settings.targets_due_by = 'year before' then 'year before'
                else 'days'
            end as due_by
        from
            goals
            cross join run.settings as settings
            left join measured on goals.goal = measured.goal
            and goals.period_start = measured.period_start
            and measured.use = 'goal'
            left join seasons on goals.goal = seasons.goal
            and goals.period_start = seasons.period_start
    ),
    expected as (
        select
            found.*,
            case due_by
                when 'whole' then 1.0
                when 'year before' then season_share
                when 'days' then safe_div(days_gone, period_days)
            end::double as expected_share
        from
            found
    ),
    judged as (
        select
            expected.*,
            target::double * expected_share as due,
            -- By how much it misses what is due, in the direction that is bad.
            case
                when is_lower_better then actual - target::double * expected_share
                else target::double * expected_share - actual
            end as miss,
            case
                when is_sum then settings.targets_sum_tolerance
                else settings.targets_level_tolerance
            end * abs(target::double * expected_share) as tolerance,
            case
                when is_lower_better then actual <= target::double
                else actual >= target::double
            end as is_reached
        from
            expected
            cross join run.settings as settings
    ),
    named as (
        select
            judged.*,
            case
                when actual is null
                and days_gone = 0 then 'to come'
                when actual is null then 'not measured'
                when is_over
                and is_reached then 'reached'
                when is_over then 'missed'
                when is_sum
                and is_reached
                and not is_lower_better then 'reached'
                when is_sum
                and is_lower_better
                and not is_reached then 'missed'
                when miss <= 0 then 'on track'
                when miss <= tolerance then 'at risk'
                else 'behind'
            end as status
        from
            judged
    ),
    headlines as (
        select
            goals.goal,
            goals.period_start,
            row_number() over (
                partition by
                    goals.metric
                order by
                    abs(goals.period_days - settings.analysis_window_days),
                    goals.period_end,
                    goals.goal
            ) as position
        from
            goals
            cross join run.settings as settings
        where
            settings.as_of_date between goals.period_start and goals.period_end
    )
select
    named.goal,
    named.metric,
    named.unit,
    named.is_lower_better,
    named.owner,
    named.period_start,
    named.period_end,
    named.measured_from,
    named.measured_until,
    named.target,
    named.actual,
    named.actual_low,
    named.actual_high,
    case
        when named.target <= 0 then null
        when not named.is_lower_better then safe_div(named.actual, named.target)
        when named.actual > 0 then safe_div(named.target, named.actual)
    end as reached_share,
    named.expected_share,
    named.due_by,
    named.due,
    named.actual - named.due as gap,
    named.status,
    case
        when named.status in ('missed', 'behind', 'at risk') then named.due not between named.actual_low and named.actual_high
    end as is_miss_clear,
    named.reason,
    coalesce(headlines.position = 1, false) as is_headline
from
    named
    left join headlines on named.goal = headlines.goal
    and named.period_start = headlines.period_start
