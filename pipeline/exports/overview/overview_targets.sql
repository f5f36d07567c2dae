-- One row per metric that a goal is set for now: the goal that stands beside it, see marts.target_progress.
-- columns:
--   measured_days  Days that are measured [days]
--   is_over        Whether the period is over
--   told_of        What the goal's actual is of: as shown, the window analysed or the as-of date as the figure beside it; month end, the last
--                  one; counted days, other ones than those of its period, see target_spans; else period
select
    progress.metric,
    progress.goal,
    progress.unit,
    progress.is_lower_better,
    progress.owner,
    progress.period_start,
    progress.period_end,
    progress.measured_from,
    progress.measured_until,
    (progress.measured_until - progress.measured_from + 1)::integer as measured_days,
    progress.period_end <= settings.as_of_date as is_over,
    case
        when metrics.kind = 'month end' then case
            when progress.measured_until = last_day(settings.as_of_date) then 'as shown'
            else 'month end'
        end
        when progress.measured_until = settings.as_of_date
        and progress.measured_from = settings.as_of_date - settings.analysis_window_days + 1 then 'as shown'
        when progress.measured_from <> progress.period_start then 'counted days'
        else 'period'
    end as told_of,
    progress.target::double as target,
    progress.actual,
    progress.reached_share,
    progress.expected_share,
    progress.status,
    progress.reason
from
    marts.target_progress as progress
    cross join run.settings as settings
    left join marts.target_metrics as metrics on progress.metric = metrics.metric
where
    progress.is_headline
order by
    progress.metric
