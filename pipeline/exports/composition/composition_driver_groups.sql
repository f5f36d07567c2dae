-- One row per dimension of customers, group and driver: which groups moved revenue, and how.
-- format: arrow
select
    dimension,
    group_name,
    group_kind,
    driver,
    customers,
    revenue::double as revenue,
    prior_revenue::double as prior_revenue,
    change::double as change
from
    marts.revenue_by_group_and_driver
where
    driver <> 'none'
order by
    dimension,
    group_name,
    group_kind,
    driver
