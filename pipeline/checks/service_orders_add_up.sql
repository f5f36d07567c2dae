-- Bad rows: orders that count and are not judged, windows in which on time, late, overdue, not due and unknown are not all orders, and months that are not
-- severity: error
-- fix: compare marts.order_service with marts.orders, and with marts.service_by_group
select
    'order ' || orders.order_id as what
from
    marts.orders as orders
    left join marts.order_service as service on orders.order_id = service.order_id
where
    orders.order_count > 0
    and service.order_id is null
union all
select
    'window ' || totals.period
from
    (
        select
            period,
            sum(order_count) as orders
        from
            marts.orders
        where
            period <> 'earlier'
        group by
            period
    ) as totals
    left join marts.service_by_group as service on totals.period = service.period
    and service.dimension = 'all'
where
    totals.orders > 0
    and (
        service.on_time_orders + service.late_orders + service.overdue_orders + service.not_due_orders + service.unknown_due_orders = totals.orders
    ) is not true
union all
select
    'months'
from
    (
        select
            coalesce(sum(orders), 0) as orders
        from
            marts.service_by_group
        where
            dimension = 'month'
    ) as months
    cross join (
        select
            count(*) as orders
        from
            marts.order_service
    ) as totals
where
    months.orders <> totals.orders
