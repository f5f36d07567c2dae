-- Bad rows: returns with neither a known order nor a known customer, which lower no revenue
-- severity: warning
-- fix: map returns.order_id or returns.customer_id
select
    return_date,
    order_id,
    product_id,
    amount
from
    staging.stg_returns
where
    amount is not null
    and taken_off is null
