-- One row per return. A return without an amount is worth quantity x the product's list price; NULL where that is not
-- known either. Only returns that name their order are taken off revenue, see stg_orders.
-- key: return_number
-- columns:
--   return_number  Number of the return, by content
--   return_date    Date of the return
--   order_id       Order the goods belonged to
--   customer_id    Customer that returned them
--   product_id     Product returned
--   quantity       Units returned [units]
--   amount         Worth credited [reporting currency]
--   reason         Why it came back
with
    returns as (
        select
            returns.return_date,
            returns.order_id,
            coalesce(ids.customer_id, order_ids.customer_id) as customer_id,
            returns.product_id,
            returns.quantity,
            coalesce(
                (returns.amount * rates.rate)::decimal(18, 4),
                (returns.quantity::decimal(28, 4) * products.list_price)::decimal(18, 4)
            ) as amount,
            returns.reason
        from
            raw.returns as returns
            cross join run.settings as settings
            left join raw.orders as orders on returns.order_id = orders.order_id
            left join staging.stg_products as products on returns.product_id = products.product_id
            left join staging.stg_customer_ids as ids on returns.customer_id = ids.source_customer_id
            left join staging.stg_customer_ids as order_ids on orders.customer_id = order_ids.source_customer_id
            -- At the order's rate, so that a return undoes what the order brought.
            left join staging.stg_exchange_rates as rates on coalesce(returns.currency, orders.currency, settings.reporting_currency) = rates.currency
            and coalesce(orders.order_date, returns.return_date) >= rates.valid_from
            and coalesce(orders.order_date, returns.return_date) < rates.valid_until
    )
select
    row_number() over (
        order by
            return_date,
            order_id,
            customer_id,
            product_id,
            quantity,
            amount,
            reason
    )::integer as return_number,
    return_date,
    order_id,
    customer_id,
    product_id,
    quantity,
    amount,
    reason
from
    returns
