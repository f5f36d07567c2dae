-- One row per month and cell with an order or refund in it. All figures add up, see revenue_by_month.
-- key: month, cell
-- columns:
--   month              First day of the month
--   cell               Cell of the customers, see cells
--   orders             Orders [orders]
--   buying_customers   Customers with an order [customers]
--   new_customers      Customers with their first order, and no deal before it [customers]
--   revenue            Revenue [reporting currency]
--   margin             Margin of the orders and refunds that it is known of [reporting currency]
--   unmargined_orders  Orders and refunds whose margin is not known [orders]
with
    by_customer as (
        select
            customer_id,
            date_trunc('month', order_date)::date as month,
            sum(order_count) as orders,
            sum(revenue) as revenue,
            coalesce(sum(margin), 0) as margin,
            count(*) - count(margin) as unmargined_orders
        from
            marts.orders
        group by
            customer_id,
            date_trunc('month', order_date)::date
    )
select
    by_customer.month,
    cells.cell,
    sum(by_customer.orders)::integer as orders,
    count(
        case
            when by_customer.orders > 0 then 1
        end
    )::integer as buying_customers,
    count(
        case
            when customers.first_order_date = customers.first_deal_date
            and customers.first_order_date between by_customer.month and last_day(by_customer.month) then 1
        end
    )::integer as new_customers,
    sum(by_customer.revenue)::decimal(18, 4) as revenue,
    sum(by_customer.margin)::decimal(18, 4) as margin,
    sum(by_customer.unmargined_orders)::integer as unmargined_orders
from
    by_customer
    inner join marts.customers as customers on by_customer.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on by_customer.customer_id = cells.customer_id
group by
    by_customer.month,
    cells.cell
