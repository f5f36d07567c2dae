-- Bad rows: orders placed after the as-of date, which the analyses leave out
-- severity: warning
-- fix: set a later as_of_date in project.yaml, or none to take the last order's
select
    orders.order_date as first_days,
    count(*) as orders
from
    staging.stg_orders as orders
    cross join run.settings as settings
where
    orders.order_date > settings.as_of_date
group by
    orders.order_date
order by
    orders.order_date
