-- One row per goal: its period under review, what came before, what is forecast, what is done about it, and what the next step is.
-- Under review is the period that runs; where none does the last that is over, and where none has begun the first to come; of several that
-- run the one that ends first. It is compared with the same period a year before, a sum that runs with as much of that as had
-- come by the same day. The forecast is that of the period under review, or where it is over of the one that follows. Next step, the
-- first that holds: supply the figure, finish what is overdue, look what came of what was done, agree on an action (missed, behind or at
-- risk, and nothing open), strengthen the plan (missed or behind, and what is open has not been enough), watch it (it falls short by no
-- more than chance explains), raise the target (what follows has been reached already), carry on with what is open, keep it up.
-- What falls short by no more than chance explains needs no action of its own, and stands after what is clear. Where service has a standard
-- for the same figure, that stands beside it: it is held over the window analysed, whatever the period of the goal.
-- key: goal
-- columns:
--   goal              Name of the goal
--   metric            Figure it is measured by
--   metric_name       What that is called; the name as written where it is not known
--   page              Page that shows where it comes from; NULL where the figure is not known
--   unit              Unit of target and actual
--   is_lower_better   Whether less is better
--   owner             Who answers for it
--   period_start      First day of the period under review
--   period_end        Last day of that period
--   counted_days      Days that the actual is counted over where these are not the days of the period that are gone: of a count of
--                     customers that runs as many as the whole period has; NULL otherwise [days]
--   counted_until     Last of those days
--   is_over           Whether it is over
--   target            Value to reach
--   actual            Value reached
--   actual_low        Lower end of its interval; NULL for what has none
--   actual_high       Upper end of that interval
--   is_miss_clear     Whether it misses what is due by more than chance explains; NULL where it does not miss, or has no interval
--   expected_share    Share of the target that is due by now [0 to 1]
--   due_by            How that is found: year before, days or whole
--   due               What should have been reached by now
--   gap               Actual less what is due
--   is_gap_good       Whether the gap is welcome, or none; NULL without one
--   miss_rate         By how much of what is due it is missed; NULL where it is not, or nothing is due [0 to 1 and beyond]
--   status            reached, missed, on track, at risk, behind, to come or not measured
--   position          Order of urgency: missed or behind, at risk, what of these chance explains, not measured, on track, reached, to come
--   reason            Why there is no actual
--   before_actual     Value of the same period a year before; NULL where it is not known
--   change            Actual less that
--   is_better         Whether that is for the better; NULL without a change
--   judged_periods    Periods of the goal that are over and were measured [periods]
--   reached_periods   Those of them in which it was reached [periods]
--   next_start        First day of the period that follows; NULL where none is set
--   next_end          Last day of that period
--   next_target       Its target
--   is_next_reached   Whether what is reached now is enough for it; NULL without either
--   forecast_end      Last day of the period that is forecast; NULL without a forecast
--   forecast_target   Its target
--   forecast_value    Forecast of the whole period
--   forecast_low      What comes lies above this with the chance of prediction.confidence, both limits together
--   forecast_high     and below this
--   forecast_verdict  reached already, sure, likely, unlikely or out of reach
--   actions           Actions that were not dropped [actions]
--   open_actions      Those of them that are open [actions]
--   overdue_actions   Those of the open ones that are overdue [actions]
--   done_actions      Those that were done [actions]
--   unchecked_actions Those of them of which nobody has said what came of them [actions]
--   dropped_actions   Actions that were dropped [actions]
--   next_due_date     Day by which the next open action is due
--   step              What to do next
--   standard          Standard of service for the same figure, in the unit of the goal; NULL where there is none
--   standard_value    Value that is held against it: of the window analysed
--   is_standard_met   Whether it is kept; NULL without either
-- checks:
--   days that are counted have a last one: (counted_days is null) = (counted_until is null)
--   open and done are all: actions = open_actions + done_actions
--   no more are overdue or not looked at than there are: overdue_actions <= open_actions and unchecked_actions <= done_actions
with
    placed as (
        select
            progress.*,
            progress.period_end <= settings.as_of_date as is_over,
            row_number() over (
                partition by
                    progress.goal
                order by
                    case
                        when settings.as_of_date between progress.period_start and progress.period_end - 1 then 1
                        when progress.period_end <= settings.as_of_date then 2
                        else 3
                    end,
                    case
                        when progress.period_end <= settings.as_of_date then settings.as_of_date - progress.period_end
                        else progress.period_end - settings.as_of_date
                    end,
                    progress.period_start
            ) as place
        from
            marts.target_progress as progress
            cross join run.settings as settings
    ),
    reviewed as (
        select
            placed.*
        from
            placed
        where
            place = 1
    ),
    followers as (
        select
            reviewed.goal,
            placed.period_start,
            placed.period_end,
            placed.target,
            row_number() over (
                partition by
                    reviewed.goal
                order by
                    placed.period_start
            ) as place
        from
            reviewed
            inner join placed on reviewed.goal = placed.goal
            and placed.period_start > reviewed.period_end
    ),
    records as (
        select
            goal,
            count(*) as judged,
            count(
                case
                    when status = 'reached' then 1
                end
            ) as reached
        from
            placed
        where
            is_over
            and actual is not null
        group by
            goal
    ),
    years_before as (
        select
            reviewed.goal,
            reached.value
        from
            reviewed
            inner join marts.target_spans as spans on reviewed.goal = spans.goal
            and (
                (
                    reviewed.due_by in ('year before', 'days')
                    and spans.use = 'year before so far'
                    and spans.period_start = reviewed.period_start
                )
                or (
                    reviewed.due_by = 'whole'
                    and spans.use in ('goal', 'before')
                    and spans.period_start = reviewed.period_start - to_years(1)
                )
            )
            inner join marts.target_values as reached on spans.metric = reached.metric
            and spans.first_day = reached.first_day
            and spans.last_day = reached.last_day
    ),
    measures as (
        select
            goal,
            count(*) as actions,
            count(
                case
                    when status = 'open' then 1
                end
            ) as open_actions,
            count(
                case
                    when is_overdue then 1
                end
            ) as overdue_actions,
            count(
                case
                    when status = 'done' then 1
                end
            ) as done_actions,
            count(
                case
                    when phase = 'check' then 1
                end
            ) as unchecked_actions,
            count(
                case
                    when status = 'dropped' then 1
                end
            ) as dropped_actions,
            min(
                case
                    when status = 'open'
                    and not is_overdue then due_date
                end
            ) as next_due_date
        from
            marts.target_actions
        group by
            goal
    ),
    joined as (
        select
            reviewed.*,
            metrics.name as metric_name,
            metrics.page,
            metrics.service_measure,
            reviewed.status in ('missed', 'behind', 'at risk') as is_urgent,
            years_before.value as before_actual,
            coalesce(records.judged, 0) as judged_periods,
            coalesce(records.reached, 0) as reached_periods,
            followers.period_start as next_start,
            followers.period_end as next_end,
            followers.target::double as next_target,
            case
                when reviewed.is_lower_better then reviewed.actual <= followers.target::double
                else reviewed.actual >= followers.target::double
            end as is_next_reached,
            coalesce(measures.actions, 0) - coalesce(measures.dropped_actions, 0) as actions,
            coalesce(measures.open_actions, 0) as open_actions,
            coalesce(measures.overdue_actions, 0) as overdue_actions,
            coalesce(measures.done_actions, 0) as done_actions,
            coalesce(measures.unchecked_actions, 0) as unchecked_actions,
            coalesce(measures.dropped_actions, 0) as dropped_actions,
            measures.next_due_date
        from
            reviewed
            left join marts.target_metrics as metrics on reviewed.metric = metrics.metric
            left join followers on reviewed.goal = followers.goal
            and followers.place = 1
            left join records on reviewed.goal = records.goal
            left join years_before on reviewed.goal = years_before.goal
            left join measures on reviewed.goal = measures.goal
    )
select
    joined.goal,
    joined.metric,
    coalesce(joined.metric_name, replace(joined.metric, '_', ' ')) as metric_name,
    joined.page,
    joined.unit,
    joined.is_lower_better,
    joined.owner,
    joined.period_start,
    joined.period_end,
    case
        when joined.measured_from <> joined.period_start then joined.measured_until - joined.measured_from + 1
    end::integer as counted_days,
    case
        when joined.measured_from <> joined.period_start then joined.measured_until
    end as counted_until,
    joined.is_over,
    joined.target::double as target,
    joined.actual,
    joined.actual_low,
    joined.actual_high,
    joined.is_miss_clear,
    joined.expected_share,
    joined.due_by,
    joined.due,
    joined.gap,
    case
        when joined.is_lower_better then joined.gap <= 0
        else joined.gap >= 0
    end as is_gap_good,
    case
        when case
            when joined.is_lower_better then joined.gap > 0
            else joined.gap < 0
        end then safe_div(abs(joined.gap), abs(joined.due))
    end as miss_rate,
    joined.status,
    case
        when joined.is_urgent
        and joined.is_miss_clear is false then 3
        when joined.status in ('missed', 'behind') then 1
        when joined.status = 'at risk' then 2
        when joined.status = 'not measured' then 4
        when joined.status = 'on track' then 5
        when joined.status = 'reached' then 6
        else 7
    end as position,
    joined.reason,
    case
        when joined.actual is not null then joined.before_actual
    end as before_actual,
    joined.actual - joined.before_actual as change,
    case
        when joined.actual <> joined.before_actual then (joined.actual < joined.before_actual) = joined.is_lower_better
    end as is_better,
    joined.judged_periods::integer as judged_periods,
    joined.reached_periods::integer as reached_periods,
    joined.next_start,
    joined.next_end,
    joined.next_target,
    joined.is_next_reached,
    case
        when forecasts.value is not null then forecasts.period_end
    end as forecast_end,
    case
        when forecasts.value is not null then forecasts.target
    end as forecast_target,
    forecasts.value as forecast_value,
    forecasts.low as forecast_low,
    forecasts.high as forecast_high,
    forecasts.verdict as forecast_verdict,
    joined.actions::integer as actions,
    joined.open_actions::integer as open_actions,
    joined.overdue_actions::integer as overdue_actions,
    joined.done_actions::integer as done_actions,
    joined.unchecked_actions::integer as unchecked_actions,
    joined.dropped_actions::integer as dropped_actions,
    joined.next_due_date,
    case
        when joined.status = 'not measured' then 'supply the figure'
        when joined.overdue_actions > 0 then 'finish what is overdue'
        when joined.unchecked_actions > 0 then 'look what came of it'
        when joined.is_urgent
        and joined.is_miss_clear is not false
        and joined.open_actions = 0 then 'agree on an action'
        when joined.status in ('missed', 'behind')
        and joined.is_miss_clear is not false then 'strengthen the plan'
        when joined.is_urgent
        and joined.is_miss_clear is false then 'watch it'
        when joined.is_next_reached
        and joined.is_over then 'raise the target'
        when joined.open_actions > 0 then 'carry on'
        when joined.status = 'to come' then 'plan it'
        else 'keep it up'
    end as step,
    case performance.unit
        when 'per 100 orders' then safe_div(performance.standard, 100)
        else performance.standard
    end as standard,
    case
        when performance.standard is not null then case performance.unit
            when 'per 100 orders' then safe_div(performance.value, 100)
            else performance.value
        end
    end as standard_value,
    case performance.verdict
        when 'met' then true
        when 'missed' then false
    end as is_standard_met
from
    joined
    left join marts.service_performance as performance on joined.service_measure = performance.measure
    left join marts.demand_targets as forecasts on joined.goal = forecasts.goal
    and forecasts.period_start = case
        when joined.is_over then joined.next_start
        else joined.period_start
    end
