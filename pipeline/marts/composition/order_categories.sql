-- One row per order and product category in it. The order's revenue, which is net of returns and may differ from the sum
-- of its lines, is divided among its categories by the worth of their lines, and its cost by theirs. The parts are
-- differences of rounded running sums, so that they add up to the order exactly. An order without lines, or with lines
-- worth nothing, is 'unknown', as are products without a category.
-- key: order_id, category
-- columns:
--   order_id     Order
--   category     Category of the products
--   customer_id  Customer
--   period       current, prior or earlier, as the order's
--   order_count  1 for an order, 0 for a refund; the order counts in each of its categories [orders]
--   revenue      Part of the order's revenue [reporting currency]
--   margin       Part of the revenue less part of the cost; NULL where either is not known [reporting currency]
with categories as (
    select
        order_id,
        coalesce(category, 'unknown') as category,
        sum(amount) as amount,
        count(*) - count(cost) as lines_without_cost,
        sum(cost) as cost
    from staging.stg_order_lines
    group by order_id, coalesce(category, 'unknown')
),
running as (
    select
        order_id,
        category,
        row_number() over (partition by order_id order by category desc) = 1 as is_last,
        sum(amount) over (partition by order_id order by category rows unbounded preceding) as amount_so_far,
        sum(amount) over (partition by order_id) as lines_amount,
        sum(cost) over (partition by order_id order by category rows unbounded preceding) as cost_so_far,
        case when sum(lines_without_cost) over (partition by order_id) = 0 then sum(cost) over (partition by order_id) end
            as lines_cost
    from categories
),
divided as (
    select
        orders.order_id,
        coalesce(running.category, 'unknown') as category,
        orders.customer_id,
        orders.period,
        orders.order_count,
        -- The last part takes what is left, whatever was rounded before it.
        case
            when coalesce(running.is_last, true) then orders.revenue
            else (orders.revenue * safe_div(running.amount_so_far, running.lines_amount))::decimal(18, 4)
        end as revenue_so_far,
        case
            when running.order_id is null then orders.revenue - orders.margin
            when running.lines_cost is null then null
            when running.is_last then orders.revenue - orders.margin
            else ((orders.revenue - orders.margin) * coalesce(safe_div(running.cost_so_far, running.lines_cost), 0))::decimal(18, 4)
        end::decimal(18, 4) as cost_so_far
    from marts.orders as orders
    left join running on orders.order_id = running.order_id and running.lines_amount <> 0
),
parts as (
    select
        order_id,
        category,
        customer_id,
        period,
        order_count,
        revenue_so_far - lag(revenue_so_far, 1, 0) over (partition by order_id order by category) as revenue,
        cost_so_far - lag(cost_so_far, 1, 0) over (partition by order_id order by category) as cost
    from divided
)
select
    order_id,
    category,
    customer_id,
    period,
    order_count,
    revenue::decimal(18, 4) as revenue,
    (revenue - cost)::decimal(18, 4) as margin
from parts
