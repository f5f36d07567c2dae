-- One row per period that answers and forms are counted in: the current window, the one before, and the calendar quarters or
-- months that scores are followed over (satisfaction.trend), up to that of the as-of date and as many as satisfaction.trend_periods.
-- Those before the first form are left out.
-- key: span, period
-- columns:
--   span         window, or trend
--   period       current or prior; of the trend its first day
--   start_date   First day
--   end_date     Last day, or the as-of date
--   is_complete  Whether the period is over by then
-- checks:
--   a period has days: start_date <= end_date
with
    firsts as (
        select
            min(coalesce(sent_date, answer_date)) as first_date
        from
            marts.survey_forms
    ),
    steps as (
        select
            firsts.first_date,
            settings.as_of_date,
            case
                when settings.satisfaction_trend = 'month' then 1
                else 3
            end as months,
            case
                when settings.satisfaction_trend = 'month' then date_trunc('month', settings.as_of_date)
                else date_trunc('quarter', settings.as_of_date)
            end::date as last_start,
            unnest(range(0, settings.satisfaction_trend_periods))::integer as back
        from
            run.settings as settings
            cross join firsts
    ),
    courses as (
        select
            first_date,
            as_of_date,
            (last_start - to_months(months * back))::date as start_date,
            (last_start - to_months(months * (back - 1)))::date - 1 as last_date
        from
            steps
    )
select
    'window' as span,
    windows.period,
    (settings.as_of_date - windows.times * settings.analysis_window_days + 1)::date as start_date,
    (settings.as_of_date - (windows.times - 1) * settings.analysis_window_days)::date as end_date,
    true as is_complete
from
    run.settings as settings
    cross join (
        values
            ('current', 1),
            ('prior', 2)
    ) as windows (period, times)
union all
select
    'trend',
    strftime(start_date, '%Y-%m-%d'),
    start_date,
    least(last_date, as_of_date)::date,
    last_date <= as_of_date
from
    courses
where
    last_date >= first_date
