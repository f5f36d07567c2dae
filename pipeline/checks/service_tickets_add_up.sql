-- Bad rows: groupings whose tickets, costs or charges do not add up to those of all, by window, and complaints that marts.service_by_group counts otherwise
-- severity: error
-- fix: compare marts.tickets_by_group with marts.service_tickets, dimension by dimension
with
    sums as (
        select
            dimension,
            period,
            sum(tickets) as tickets,
            sum(complaints) as complaints,
            sum(resolved) as resolved,
            coalesce(sum(cost), 0) as cost,
            coalesce(sum(charge), 0) as charge
        from
            marts.tickets_by_group
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
    sums.tickets <> totals.tickets
    or sums.complaints <> totals.complaints
    or sums.resolved <> totals.resolved
    or sums.cost <> totals.cost
    or sums.charge <> totals.charge
union all
select
    'service_by_group',
    totals.period
from
    totals
    inner join marts.service_by_group as orders on totals.period = orders.period
    and orders.dimension = 'all'
where
    totals.complaints <> orders.complaints
