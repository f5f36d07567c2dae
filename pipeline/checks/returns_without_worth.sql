-- Bad rows: returns without a worth, which lower no revenue
-- severity: warning
-- fix: map returns.amount, or the order, product and quantity by which what was sold or products.list_price tells the worth
select
    return_date,
    order_id,
    customer_id,
    product_id,
    quantity
from
    staging.stg_returns
where
    amount is null
