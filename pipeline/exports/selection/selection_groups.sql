-- One row per dimension, group, driver of change and cell. What is personal is not in it: a cell may be one customer, whose
-- sex or town the figures would tell. Of all customers together, composition_groups has it.
-- format: arrow
select
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.driver,
    groups.cell,
    groups.customers,
    groups.buying_customers,
    groups.prior_buying_customers,
    groups.orders,
    groups.prior_orders,
    groups.revenue::double as revenue,
    groups.prior_revenue::double as prior_revenue,
    groups.margin::double as margin,
    groups.prior_margin::double as prior_margin,
    groups.unmargined_orders,
    groups.prior_unmargined_orders
from
    marts.cell_groups as groups
    inner join marts.dimensions as dimensions on groups.dimension = dimensions.dimension
where
    not dimensions.is_personal
order by
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.driver,
    groups.cell
