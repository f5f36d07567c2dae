-- One row per customer of the tiers that are watched that was dissatisfied and is no longer, the last first: as many as
-- satisfaction.listed_resolved says, of those of the current window. Of each the last time.
-- columns:
--   complaint_category  What its last complaint was about; NULL without one
with
    ended as (
        select
            times.*,
            row_number() over (
                partition by
                    times.customer_id
                order by
                    times.since_date desc
            ) as time_place
        from
            marts.dissatisfactions as times
            cross join run.settings as settings
        where
            times.is_listed
            and times.resolved_date > settings.as_of_date - settings.analysis_window_days
            and times.customer_id not in (
                select
                    customer_id
                from
                    marts.dissatisfied_customers
            )
    ),
    placed as (
        select
            ended.*,
            row_number() over (
                order by
                    ended.resolved_date desc,
                    ended.customer_id
            ) as place
        from
            ended
        where
            ended.time_place = 1
    )
select
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.owner,
    placed.since_date,
    placed.resolved_date,
    placed.days,
    placed.ended_by,
    placed.last_category as complaint_category
from
    placed
    cross join run.settings as settings
    inner join marts.customers as customers on placed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on placed.customer_id = cells.customer_id
where
    placed.place <= settings.satisfaction_listed_resolved
order by
    placed.place
