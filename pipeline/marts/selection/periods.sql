-- One row per period that pages can be narrowed to, with the period before that it is compared with; none without orders.
-- The window is that of the analyses, with the window before. All others are compared with the same days of the year
-- before. Years and quarters are the latest that orders reach back to; the running ones end at the as-of date.
-- key: period
-- columns:
--   period             Name of the period in addresses: window, last-3-months, 2025, 2025-Q3
--   period_kind        window, months (the last three that are over), year or quarter
--   position           Order of the periods on a page: window, months, then years and then quarters, the latest first
--   start_date         First day
--   end_date           Last day, the as-of date at the latest
--   prior_start_date   First day of the period that it is compared with
--   prior_end_date     Last day of that
--   is_complete        Whether the period is over, and history covers it, give or take history_slack_days
--   has_prior          Whether history reaches back to the period that it is compared with; where not, nothing is known of it
--   is_prior_complete  Whether history covers that period, give or take history_slack_days
-- checks:
--   a period has days: start_date <= end_date and prior_start_date <= prior_end_date
--   what it is compared with lies before: prior_end_date < start_date
with
    dates as (
        select
            settings.as_of_date,
            settings.analysis_window_days as window_days,
            settings.composition_history_slack_days as slack_days,
            totals.history_start_date,
            date_trunc('year', settings.as_of_date)::date as year_start,
            date_trunc('quarter', settings.as_of_date)::date as quarter_start,
            -- A month whose last day is the as-of date is over.
            date_trunc('month', settings.as_of_date + 1)::date as month_after,
            settings.selection_years as years,
            settings.selection_quarters as quarters
        from
            marts.revenue_totals as totals
            cross join run.settings as settings
        where
            totals.history_start_date is not null
    ),
    calendar as (
        select
            dates.*,
            numbers.number,
            (dates.year_start - to_years(numbers.number))::date as calendar_year,
            (dates.quarter_start - to_months(3 * numbers.number))::date as calendar_quarter
        from
            dates
            cross join range(0, 100) as numbers (number)
    ),
    named as (
        select
            'window' as period,
            'window' as period_kind,
            0 as number,
            as_of_date - window_days + 1 as start_date,
            as_of_date as last_date
        from
            dates
        union all
        select
            'last-3-months',
            'months',
            0,
            (month_after - to_months(3))::date,
            month_after - 1
        from
            dates
        union all
        select
            year(calendar_year)::varchar,
            'year',
            number,
            calendar_year,
            (calendar_year + to_years(1))::date - 1
        from
            calendar
        where
            number < years
        union all
        select
            year(calendar_quarter) || '-Q' || quarter(calendar_quarter),
            'quarter',
            number,
            calendar_quarter,
            (calendar_quarter + to_months(3))::date - 1
        from
            calendar
        where
            number < quarters
    ),
    compared as (
        select
            named.*,
            least(named.last_date, dates.as_of_date) as end_date,
            case named.period_kind
                when 'window' then named.start_date - dates.window_days
                else (named.start_date - to_years(1))::date
            end as prior_start_date,
            case
                when named.period_kind = 'window' then named.start_date - 1
                when named.last_date > dates.as_of_date then (dates.as_of_date - to_years(1))::date
                -- Not the last day less a year: in February that would leave out a day of a leap year.
                else (named.last_date + 1 - to_years(1))::date - 1
            end as prior_end_date,
            dates.as_of_date,
            dates.history_start_date,
            dates.slack_days
        from
            named
            cross join dates
    )
select
    period,
    period_kind,
    row_number() over (
        order by
            case period_kind
                when 'window' then 1
                when 'months' then 2
                when 'year' then 3
                else 4
            end,
            number
    )::integer as position,
    start_date,
    end_date,
    prior_start_date,
    prior_end_date,
    last_date <= as_of_date
    and history_start_date <= start_date + slack_days as is_complete,
    history_start_date <= prior_end_date as has_prior,
    history_start_date <= prior_start_date + slack_days as is_prior_complete
from
    compared
where
    end_date >= history_start_date
