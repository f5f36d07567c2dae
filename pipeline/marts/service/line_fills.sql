-- One row per order line with units: whether all of it left with the order.
-- A line is filled if what left with the order is no less than what was ordered, and short otherwise; the rest of a short line is a
-- backorder, which followed on the day that the last of the line left, or is awaited, be it that it never comes. A line that names a day alone left whole on
-- that day. Of an order that has not left nothing is short yet; where nobody noted what left of a line, that is not known, and
-- never taken for filled. An order leaves on its own date, or where it has none on the first of its lines'.
-- key: order_id, line_number
-- columns:
--   order_id         Order
--   line_number      Number of the line
--   customer_id      Customer
--   product_id       Product
--   category         Category of the product; unknown where it has none
--   order_date       Date the order was placed
--   period           current, prior or earlier, as the order's
--   quantity         Units ordered [units]
--   filled_quantity  Units that left with the order, no more than ordered; NULL where that is not known [units]
--   state            filled, short, not shipped or unknown
--   followed_date    Day on which the rest of a short line left; NULL while it is awaited
--   is_awaited       Whether the rest of a short line has not left by the as-of date
--   backorder_days   Days from the order's leaving until the rest left; NULL without a rest that left [days]
--   waiting_days     Days that the rest is awaited for since the order left [days]
-- checks:
--   no more left than was ordered: coalesce(filled_quantity <= quantity, true)
--   what is short has a rest that followed or is awaited: (state = 'short') = (is_awaited or followed_date is not null)
with
    known as (
        select
            count(placed.shipped_date) + count(placed.delivered_date) > 0 as has_dates
        from
            marts.orders as orders
            inner join staging.stg_orders as placed on orders.order_id = placed.order_id
    ),
    lines as (
        select
            orders.order_id,
            lines.line_number,
            orders.customer_id,
            lines.product_id,
            coalesce(lines.category, 'unknown') as category,
            orders.order_date,
            orders.period,
            lines.quantity,
            lines.shipped_quantity,
            lines.shipped_date,
            coalesce(
                placed.shipped_date,
                min(lines.shipped_date) over (
                    partition by
                        lines.order_id
                ),
                placed.delivered_date
            ) as left_date,
            settings.as_of_date
        from
            staging.stg_order_lines as lines
            inner join marts.orders as orders on lines.order_id = orders.order_id
            inner join staging.stg_orders as placed on lines.order_id = placed.order_id
            cross join run.settings as settings
        where
            lines.quantity > 0
    ),
    judged as (
        select
            lines.*,
            coalesce(lines.shipped_date > lines.left_date, false) as is_later,
            case
                when lines.left_date > lines.as_of_date then 'not shipped'
                when lines.left_date is null
                and lines.shipped_quantity is null
                and known.has_dates then 'not shipped'
                when lines.shipped_quantity is null
                and lines.shipped_date is null then 'unknown'
                when coalesce(lines.shipped_date > lines.left_date, false)
                or coalesce(lines.shipped_quantity < lines.quantity, false) then 'short'
                else 'filled'
            end as state
        from
            lines
            cross join known
    ),
    followed as (
        select
            judged.*,
            case
                when judged.state = 'short'
                and judged.is_later
                and judged.shipped_date <= judged.as_of_date then judged.shipped_date
            end as followed_date
        from
            judged
    )
select
    order_id,
    line_number,
    customer_id,
    product_id,
    category,
    order_date,
    period,
    quantity,
    case
        when state = 'filled' then quantity
        -- What is counted whole and left later did not leave with the order.
        when state = 'short'
        and shipped_quantity < quantity then shipped_quantity
        when state = 'short' then 0
    end::decimal(18, 4) as filled_quantity,
    state,
    followed_date,
    state = 'short'
    and followed_date is null as is_awaited,
    (followed_date - left_date)::integer as backorder_days,
    case
        when state = 'short'
        and followed_date is null then (as_of_date - left_date)::integer
    end as waiting_days
from
    followed
