-- One row per return. A return without an amount is worth what its goods were sold for: the whole order if it names no
-- product and no quantity, else the order's lines of the product (all lines if it names none), for the units that came
-- back. Goods that no line of the order shows are worth their list price; NULL where that is not known either, which the
-- check returns_without_worth counts.
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
--   taken_off      What stg_orders takes the worth off: order; customer, on the day of the return, where no known order is
--                  named; NULL where neither is known, or no worth
with
    -- What the orders brought: by product, and for returns that name none, in all.
    sold as (
        select
            order_id,
            product_id,
            sum(quantity) as quantity,
            sum(amount) as amount
        from
            staging.stg_order_lines
        where
            product_id is not null
        group by
            order_id,
            product_id
        union all
        select
            order_id,
            null,
            sum(quantity),
            sum(amount)
        from
            staging.stg_order_lines
        group by
            order_id
    ),
    order_worths as (
        select
            orders.order_id,
            orders.customer_id,
            orders.order_date,
            orders.currency,
            coalesce((orders.amount * rates.rate)::decimal(18, 4), sold.amount::decimal(18, 4)) as amount
        from
            raw.orders as orders
            cross join run.settings as settings
            left join sold on orders.order_id = sold.order_id
            and sold.product_id is null
            left join staging.stg_exchange_rates as rates on coalesce(orders.currency, settings.reporting_currency) = rates.currency
            and orders.order_date >= rates.valid_from
            and orders.order_date < rates.valid_until
    ),
    returns as (
        select
            returns.return_date,
            returns.order_id,
            orders.order_id is not null as is_of_order,
            coalesce(ids.customer_id, order_ids.customer_id) as customer_id,
            returns.product_id,
            returns.quantity,
            coalesce(
                (returns.amount * rates.rate)::decimal(18, 4),
                case
                    when returns.product_id is null
                    and returns.quantity is null then orders.amount
                    when returns.quantity is null then sold.amount::decimal(18, 4)
                    else (sold.amount * safe_div(returns.quantity, sold.quantity))::decimal(18, 4)
                end,
                (returns.quantity::decimal(28, 4) * products.list_price)::decimal(18, 4)
            ) as amount,
            returns.reason
        from
            raw.returns as returns
            cross join run.settings as settings
            left join order_worths as orders on returns.order_id = orders.order_id
            left join sold on returns.order_id = sold.order_id
            and returns.product_id is not distinct from sold.product_id
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
    reason,
    case
        when amount is null then null
        when is_of_order then 'order'
        when customer_id is not null then 'customer'
    end as taken_off
from
    returns
