-- One row per order, in the reporting currency at the order date's rate. From a transaction log each row is an order,
-- and a negative one a refund: it lowers revenue and is no order. Returns that name their order are taken off it, with
-- the cost of the goods in proportion, for they go back into stock. Other returns of a known customer are refunds of their
-- own, on the day of the return, with the cost by the product's unit cost. Cancelled orders are here and count nowhere.
-- key: order_id
-- columns:
--   order_id         Order
--   entity           Input that it comes from: orders, transactions or returns
--   customer_id      Customer that ordered, merged duplicates as one
--   order_date       Date the order was placed
--   status           completed, open or cancelled
--   channel          Channel
--   region           Sales region of the order
--   owner            Sales person
--   campaign_id      Campaign that led to it
--   amount           Worth of the order as placed [reporting currency]
--   returned_amount  Worth of what came back by the as-of date [reporting currency]
--   revenue          Amount less what came back [reporting currency]
--   cost             Cost of the goods that stayed sold; NULL where it is not known [reporting currency]
--   is_refund        Money given back, no order: a negative transaction, or a return without an order
--   currency         Currency the order was placed in
--   required_date    Date the customer asked for; that of the moment promised where it names none
--   shipped_date     Date it left
--   delivered_date   Date it arrived; that of the moment of arrival where it names none
--   promised_at      Moment it was promised for [UTC]
--   delivered_at     Moment it arrived [UTC]
-- checks:
--   revenue is what was ordered less what came back: revenue = amount - returned_amount
with
    line_totals as (
        select
            order_id,
            sum(amount) as amount,
            -- The cost of an order is known only if that of each line is.
            case
                when count(*) = count(cost) then sum(cost)
            end as cost
        from
            staging.stg_order_lines
        group by
            order_id
    ),
    return_totals as (
        select
            returns.order_id,
            sum(returns.amount) as amount
        from
            staging.stg_returns as returns
            cross join run.settings as settings
        where
            returns.taken_off = 'order'
            and returns.return_date <= settings.as_of_date
        group by
            returns.order_id
    ),
    placed as (
        select
            orders.order_id,
            'orders' as entity,
            orders.customer_id,
            orders.order_date,
            coalesce(orders.status, 'completed') as status,
            orders.channel,
            orders.region,
            orders.owner,
            orders.campaign_id,
            orders.amount,
            orders.cost,
            orders.currency,
            coalesce(orders.required_date, orders.promised_at::date) as required_date,
            orders.shipped_date,
            coalesce(orders.delivered_date, orders.delivered_at::date) as delivered_date,
            orders.promised_at,
            orders.delivered_at
        from
            raw.orders as orders
        union all
        select
            -- Equal rows differ only by their number, so any order among them is the same.
            customer_id || ' ' || transaction_date || ' ' || row_number() over (
                partition by
                    customer_id,
                    transaction_date
                order by
                    amount,
                    cost,
                    currency,
                    channel,
                    region
            ),
            'transactions',
            customer_id,
            transaction_date,
            'completed',
            channel,
            region,
            null,
            null,
            amount,
            cost,
            currency,
            null,
            null,
            null,
            null,
            null
        from
            raw.transactions
        union all
        select
            returns.customer_id || ' return ' || returns.return_date || ' ' || row_number() over (
                partition by
                    returns.customer_id,
                    returns.return_date
                order by
                    returns.return_number
            ),
            'returns',
            returns.customer_id,
            returns.return_date,
            'completed',
            null,
            null,
            null,
            null,
            - returns.amount,
            (- returns.quantity::decimal(28, 4) * products.unit_cost)::decimal(18, 4),
            null,
            null,
            null,
            null,
            null,
            null
        from
            staging.stg_returns as returns
            cross join run.settings as settings
            left join staging.stg_products as products on returns.product_id = products.product_id
        where
            returns.taken_off = 'customer'
            and returns.return_date <= settings.as_of_date
    ),
    valued as (
        select
            placed.*,
            coalesce((placed.amount * rates.rate)::decimal(18, 4), line_totals.amount::decimal(18, 4)) as worth,
            coalesce((placed.cost * rates.rate)::decimal(18, 4), line_totals.cost::decimal(18, 4)) as goods_cost,
            coalesce(return_totals.amount, 0)::decimal(18, 4) as returned_amount
        from
            placed
            cross join run.settings as settings
            left join line_totals on placed.order_id = line_totals.order_id
            left join return_totals on placed.order_id = return_totals.order_id
            left join staging.stg_exchange_rates as rates on coalesce(placed.currency, settings.reporting_currency) = rates.currency
            and placed.order_date >= rates.valid_from
            and placed.order_date < rates.valid_until
    )
select
    valued.order_id,
    valued.entity,
    ids.customer_id,
    valued.order_date,
    valued.status,
    valued.channel,
    valued.region,
    valued.owner,
    valued.campaign_id,
    valued.worth as amount,
    valued.returned_amount,
    (valued.worth - valued.returned_amount)::decimal(18, 4) as revenue,
    case
        when valued.returned_amount = 0 then valued.goods_cost
        else (valued.goods_cost * (1 - least(1, coalesce(safe_div(valued.returned_amount, valued.worth), 1))))::decimal(18, 4)
    end as cost,
    valued.worth < 0
    or valued.entity = 'returns' as is_refund,
    coalesce(valued.currency, settings.reporting_currency) as currency,
    valued.required_date,
    valued.shipped_date,
    valued.delivered_date,
    valued.promised_at,
    valued.delivered_at
from
    valued
    cross join run.settings as settings
    inner join staging.stg_customer_ids as ids on valued.customer_id = ids.source_customer_id
