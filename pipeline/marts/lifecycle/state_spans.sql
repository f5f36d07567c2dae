-- One row per span of time that states are compared over: the last states.span_months months, and as many before them.
-- A span ends with a month end and begins with the one so many months earlier, or the first there is. A span of no month is left out.
-- key: span
-- columns:
--   span        current or prior
--   from_date   Month end that it begins with
--   until_date  Month end that it ends with; of the current span the as-of date
--   months      Months between the two [months]
--   is_whole    Whether it is as long as the setting says
-- checks:
--   a span has a length: months > 0
with
    ends as (
        select
            'current' as span,
            max(month) as month
        from
            marts.month_ends
        union all
        select
            'prior',
            (max(months.month) - to_months(max(settings.states_span_months)))::date
        from
            marts.month_ends as months
            cross join run.settings as settings
    ),
    firsts as (
        select
            min(month) as month
        from
            marts.month_ends
    ),
    spans as (
        select
            ends.span,
            greatest((ends.month - to_months(settings.states_span_months))::date, firsts.month) as from_month,
            ends.month as until_month,
            settings.states_span_months as span_months
        from
            ends
            cross join firsts
            cross join run.settings as settings
    )
select
    spans.span,
    begins.month_end as from_date,
    untils.month_end as until_date,
    date_diff('month', spans.from_month, spans.until_month)::integer as months,
    date_diff('month', spans.from_month, spans.until_month) = spans.span_months as is_whole
from
    spans
    inner join marts.month_ends as begins on spans.from_month = begins.month
    inner join marts.month_ends as untils on spans.until_month = untils.month
where
    spans.from_month < spans.until_month
