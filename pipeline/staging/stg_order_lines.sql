-- One row per line of an order, in the reporting currency at the order date's rate. A line is worth its amount, or
-- quantity x unit price x (1 - discount); a price or cost that is absent is the product's list price or unit cost.
-- Lines have no identity in many exports, so they are numbered here within their order, by content.
-- key: order_id, line_number
-- columns:
--   order_id       Order the line belongs to
--   line_number    Position within the order, by content
--   product_id     Product
--   category       Category of the product
--   quantity       Units ordered [units]
--   amount         Worth of the line after discount [reporting currency]
--   cost           Cost of the goods; NULL where it is not known [reporting currency]
--   shipped_quantity  Units that left with the order; NULL where that is not known [units]
--   shipped_date   Date the last of the line left
-- checks:
--   an order line has a worth: amount is not null
with
    priced as (
        select
            lines.order_id,
            lines.product_id,
            products.category,
            lines.quantity,
            coalesce(
                (lines.amount * rates.rate)::decimal(18, 4),
                (
                    lines.quantity * coalesce(lines.unit_price * rates.rate, products.list_price) * (1 - coalesce(lines.discount_rate, 0))
                )::decimal(18, 4)
            ) as amount,
            coalesce(
                (lines.cost * rates.rate)::decimal(18, 4),
                (lines.quantity::decimal(28, 4) * products.unit_cost)::decimal(18, 4)
            ) as cost,
            lines.line_number,
            lines.shipped_quantity,
            lines.shipped_date
        from
            raw.order_lines as lines
            inner join raw.orders as orders on lines.order_id = orders.order_id
            cross join run.settings as settings
            left join staging.stg_products as products on lines.product_id = products.product_id
            left join staging.stg_exchange_rates as rates on coalesce(orders.currency, settings.reporting_currency) = rates.currency
            and orders.order_date >= rates.valid_from
            and orders.order_date < rates.valid_until
    )
select
    order_id,
    row_number() over (
        partition by
            order_id
        order by
            line_number,
            product_id,
            quantity,
            amount,
            cost,
            shipped_quantity,
            shipped_date
    )::integer as line_number,
    product_id,
    category,
    quantity,
    amount,
    cost,
    shipped_quantity,
    shipped_date
from
    priced
