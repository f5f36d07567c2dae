-- Bad rows: groupings whose orders, lines, units or complaints do not add up to those of all, by window
-- severity: error
-- fix: compare marts.service_by_group with marts.order_service and marts.service_tickets, dimension by dimension
with
    sums as (
        select
            dimension,
            period,
            sum(orders) as orders,
            sum(on_time_orders) as on_time_orders,
            sum(late_orders + overdue_orders) as late_orders,
            sum(not_due_orders + unknown_due_orders) as other_orders,
            sum(perfect_orders) as perfect_orders,
            sum(lines) as lines,
            sum(filled_lines) as filled_lines,
            sum(known_units) as known_units,
            sum(filled_units) as filled_units,
            coalesce(sum(complaints), 0) as complaints
        from
            marts.service_by_group
        where
            period in ('current', 'prior')
        group by
            dimension,
            period
    ),
    totals as (
        select
            *
        from
            sums
        where
            dimension = 'all'
    )
select
    sums.dimension,
    sums.period
from
    sums
    inner join totals on sums.period = totals.period
where
    (
        sums.dimension <> 'category'
        and (
            sums.orders <> totals.orders
            or sums.on_time_orders <> totals.on_time_orders
            or sums.late_orders <> totals.late_orders
            or sums.other_orders <> totals.other_orders
            or sums.perfect_orders <> totals.perfect_orders
        )
    )
    or sums.lines <> totals.lines
    or sums.filled_lines <> totals.filled_lines
    or sums.known_units <> totals.known_units
    or sums.filled_units <> totals.filled_units
    or sums.complaints <> totals.complaints
