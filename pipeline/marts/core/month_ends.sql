-- One row per month from that of the first purchase to that of the as-of date: the day on which it is looked back from.
-- key: month_end
-- columns:
--   month_end    Last day of the month; of the month of the as-of date that date
--   month        First day of the month
--   is_complete  Whether the whole month is known
with
    numbers as (
        select
            firsts.purchase_date,
            settings.as_of_date,
            unnest(range(0, date_diff('month', firsts.purchase_date, settings.as_of_date) + 1))::integer as number
        from
            (
                select
                    min(purchase_date) as purchase_date
                from
                    marts.purchases
            ) as firsts
            cross join run.settings as settings
        where
            firsts.purchase_date is not null
    ),
    months as (
        select
            (date_trunc('month', purchase_date) + to_months(number))::date as month,
            as_of_date
        from
            numbers
    )
select
    least(last_day(month), as_of_date) as month_end,
    month,
    last_day(month) <= as_of_date as is_complete
from
    months
