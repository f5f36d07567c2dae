-- One row per order and product category in it. The order's revenue, which is net of returns and may differ from the sum
-- of its lines, is divided among its categories by the worth of their lines, and its cost by theirs. The parts are
-- differences of rounded running sums, so that they add up to the order exactly. An order without lines, or with lines
-- worth nothing, has no category, as products may have none.
-- key: order_id, category, has_category
-- columns:
--   order_id      Order
--   category      Category of the products; unknown where they have none
--   has_category  Whether they have one, even if it is called unknown
--   customer_id   Customer
--   period        current, prior or earlier, as the order's
--   order_count   1 for an order, 0 for a refund; the order counts in each of its categories [orders]
--   revenue       Part of the order's revenue [reporting currency]
--   margin        Part of the revenue less part of the cost; NULL where either is not known [reporting currency]
with
    categories as (
        select
            order_id,
            coalesce(category, 'unknown') as category,
            category is not null as has_category,
            sum(amount) as amount,
            count(*) - count(cost) as lines_without_cost,
            sum(cost) as cost
        from
            staging.stg_order_lines
        group by
            order_id,
            coalesce(category, 'unknown'),
            category is not null
    ),
    running as (
        select
            order_id,
            category,
            has_category,
            sum(amount) over (
                partition by
                    order_id
                order by
                    category,
                    has_category rows unbounded preceding
            ) as amount_to,
            amount_to - amount as amount_from,
            sum(cost) over (
                partition by
                    order_id
                order by
                    category,
                    has_category rows unbounded preceding
            ) as cost_to,
            cost_to - cost as cost_from
        from
            categories
    ),
    totals as (
        select
            order_id,
            sum(amount) as amount,
            case
                when sum(lines_without_cost) = 0 then sum(cost)
            end as cost
        from
            categories
        group by
            order_id
        having
            sum(amount) <> 0
    ),
    divided as (
        select
            orders.order_id,
            coalesce(running.category, 'unknown') as category,
            coalesce(running.has_category, false) as has_category,
            orders.customer_id,
            orders.period,
            orders.order_count,
            -- Where the lines end, all of the order is given out, whatever was rounded on the way.
            case
                when totals.order_id is null
                or running.amount_to = totals.amount then orders.revenue
                else (orders.revenue * safe_div(running.amount_to, totals.amount))::decimal(18, 4)
            end as revenue_to,
            case
                when totals.order_id is null then 0
                when running.amount_from = totals.amount then orders.revenue
                else (orders.revenue * safe_div(running.amount_from, totals.amount))::decimal(18, 4)
            end as revenue_from,
            case
                when totals.order_id is null
                or running.cost_to = totals.cost then orders.revenue - orders.margin
                else ((orders.revenue - orders.margin) * safe_div(running.cost_to, totals.cost))::decimal(18, 4)
            end as cost_to,
            case
                when totals.order_id is null then 0
                -- Lines that cost nothing cannot divide a cost that the order has.
                when totals.cost = 0
                and orders.revenue <> orders.margin then null
                when running.cost_from = totals.cost then orders.revenue - orders.margin
                else ((orders.revenue - orders.margin) * safe_div(running.cost_from, totals.cost))::decimal(18, 4)
            end as cost_from
        from
            marts.orders as orders
            left join totals on orders.order_id = totals.order_id
            left join running on totals.order_id = running.order_id
    )
select
    order_id,
    category,
    has_category,
    customer_id,
    period,
    order_count,
    (revenue_to - revenue_from)::decimal(18, 4) as revenue,
    (revenue_to - revenue_from - (cost_to - cost_from))::decimal(18, 4) as margin
from
    divided
