-- One row per dimension, group, driver of change and cell.
-- format: arrow
select
    dimension,
    group_name,
    group_kind,
    driver,
    cell,
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
    marts.cell_groups
order by
    dimension,
    group_name,
    group_kind,
    driver,
    cell
