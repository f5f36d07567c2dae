-- Bad rows: figures of the window that marts.service_shortfalls tells otherwise than the marts of orders and tickets by group
-- severity: error
-- fix: the formula of the measure in marts.service_shortfalls has to be that of marts.service_by_group or marts.tickets_by_group
with
    shown as (
        select
            'on_time_rate' as measure,
            dimension,
            group_name,
            on_time_rate as value
        from
            marts.service_by_group
        where
            dimension in ('all', 'region')
            and period = 'current'
        union all
        select
            'order_fill_rate',
            dimension,
            group_name,
            order_fill_rate
        from
            marts.service_by_group
        where
            dimension in ('all', 'region')
            and period = 'current'
        union all
        select
            'perfect_order_rate',
            dimension,
            group_name,
            perfect_order_rate
        from
            marts.service_by_group
        where
            dimension in ('all', 'region')
            and period = 'current'
        union all
        select
            'first_response_hours',
            dimension,
            group_name,
            response_mean
        from
            marts.tickets_by_group
        where
            dimension in ('all', 'service_point')
            and period = 'current'
        union all
        select
            'resolution_hours',
            dimension,
            group_name,
            resolution_mean
        from
            marts.tickets_by_group
        where
            dimension in ('all', 'service_point')
            and period = 'current'
    )
select
    shown.measure,
    shown.dimension,
    shown.group_name,
    shown.value as expected,
    shortfalls.year_value as value
from
    shown
    left join marts.service_shortfalls as shortfalls on shown.measure = shortfalls.measure
    and shown.dimension = shortfalls.dimension
    and shown.group_name = shortfalls.group_name
where
    shown.value is not null
    -- Hours are kept to four places there.
    and (abs(shown.value - shortfalls.year_value) <= 1e-4) is not true
