-- One row per dimension and group with orders or complaints in the current window: how well it was served, and in the window before.
-- columns:
--   prior_on_time_rate  On time by date in the window before [0 to 1]
--   prior_perfect_order_rate  Perfect orders in the window before [0 to 1]
--   tier_position  Number of the tier, from 1 at the top; NULL for other groups
select
    service.dimension,
    service.group_name,
    tiers.position::integer as tier_position,
    service.orders,
    service.customers,
    service.on_time_orders,
    service.late_orders,
    service.overdue_orders,
    service.not_due_orders,
    service.unknown_due_orders,
    service.on_time_rate,
    service.on_time_low,
    service.on_time_high,
    prior.on_time_rate as prior_on_time_rate,
    service.hour_orders,
    service.on_time_by_hour_rate,
    service.order_fill_rate,
    service.line_fill_rate,
    service.unit_fill_rate,
    service.short_orders,
    service.awaited_lines,
    service.perfect_orders,
    service.failed_orders,
    service.perfect_order_rate,
    service.perfect_order_low,
    service.perfect_order_high,
    prior.perfect_order_rate as prior_perfect_order_rate,
    service.return_rate,
    service.damage_rate,
    service.delivery_days,
    service.hit_customers,
    service.hit_rate,
    service.complaints,
    service.complaints_per_100_orders
from
    marts.service_by_group as service
    left join marts.service_by_group as prior on service.dimension = prior.dimension
    and service.group_name = prior.group_name
    and prior.period = 'prior'
    left join run.value_tiers as tiers on service.dimension = 'tier'
    and service.group_name = tiers.tier
where
    service.period = 'current'
    and service.dimension <> 'month'
order by
    service.dimension,
    tiers.position nulls last,
    service.orders desc,
    service.group_name
