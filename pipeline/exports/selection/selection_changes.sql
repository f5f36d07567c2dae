-- One row per period, cell and driver of change.
-- format: arrow by period
select
    period,
    cell,
    driver,
    customers,
    buying_customers,
    prior_buying_customers,
    orders,
    prior_orders,
    revenue::double as revenue,
    prior_revenue::double as prior_revenue,
    margin::double as margin,
    prior_margin::double as prior_margin,
    unmargined_orders,
    prior_unmargined_orders
from
    marts.cell_periods
order by
    period,
    cell,
    driver
