-- One row per month and cell with an order or refund in it.
-- format: arrow
select
    month,
    cell,
    orders,
    buying_customers,
    new_customers,
    revenue::double as revenue,
    margin::double as margin,
    unmargined_orders
from
    marts.cell_months
order by
    month,
    cell
