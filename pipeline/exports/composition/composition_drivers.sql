-- One row per driver of the change in revenue.
select
    driver,
    position,
    customers,
    revenue::double as revenue,
    prior_revenue::double as prior_revenue,
    change::double as change,
    growth_contribution
from
    marts.change_by_driver
order by
    position,
    driver
