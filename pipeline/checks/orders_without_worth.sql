-- Bad rows: orders that have neither an amount nor lines
-- severity: error
-- fix: map orders.amount, or supply order_lines
select
    orders.order_id,
    orders.customer_id,
    orders.order_date
from
    staging.stg_orders as orders
where
    orders.amount is null
    and orders.status <> 'cancelled'
