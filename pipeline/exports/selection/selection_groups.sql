-- One row per dimension, group, driver of change and cell. What is personal is not in it: a cell may be one customer, whose
-- sex or town the figures would tell. Of all customers together, composition_groups has it.
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
where
    dimension not in ('sex', 'age_band', 'income_band', 'education', 'occupation', 'city')
order by
    dimension,
    group_name,
    group_kind,
    driver,
    cell
