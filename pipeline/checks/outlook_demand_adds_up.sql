-- Bad rows: months whose demand differs from the orders of the month
-- severity: error
-- fix: a mart loses or doubles months; compare marts.demand_by_month with marts.orders
with
    by_order as (
        select
            date_trunc('month', order_date)::date as month,
            sum(order_count)::decimal(18, 4) as orders,
            sum(revenue) as revenue
        from
            marts.orders
        group by
            date_trunc('month', order_date)::date
    )
select
    demand.measure,
    demand.month,
    demand.value,
    by_order.orders,
    by_order.revenue
from
    marts.demand_by_month as demand
    left join by_order on demand.month = by_order.month
where
    (
        demand.value = case demand.measure
            when 'orders' then coalesce(by_order.orders, 0)
            else coalesce(by_order.revenue, 0)
        end
    ) is not true
