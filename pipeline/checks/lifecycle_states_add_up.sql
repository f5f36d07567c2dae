-- Bad rows: months that begin with other customers than the month before ended with, and states of today that are not those of the customers
-- severity: error
-- fix: compare marts.state_rates with the month before, and marts.customer_states of the as-of date with marts.customers and marts.lost_after
with
    months as (
        select
            month_end,
            active_before,
            lost_before,
            lag (active) over (
                order by
                    month_end
            ) as active_of_before,
            lag (lost) over (
                order by
                    month_end
            ) as lost_of_before
        from
            marts.state_rates
    ),
    today as (
        select
            states.customer_id,
            states.state
        from
            marts.customer_states as states
            inner join run.settings as settings on states.month_end = settings.as_of_date
    )
select
    month_end,
    null as customer_id,
    'active or lost before' as what
from
    months
where
    active_before <> coalesce(active_of_before, 0)
    or lost_before <> coalesce(lost_of_before, 0)
union all
select
    settings.as_of_date,
    coalesce(customers.customer_id, today.customer_id),
    'state today'
from
    marts.customers as customers
    full outer join today on customers.customer_id = today.customer_id
    cross join run.settings as settings
    left join marts.lost_after as horizon on true
where
    exists (
        select
            1
        from
            marts.month_ends
    )
    and (
        customers.customer_id is null
        or today.customer_id is null
        or (customers.orders > 0) <> (today.state in ('first-time', 'repeat', 'loyal', 'lost'))
        or coalesce(customers.recency_days > horizon.days, false) <> (today.state = 'lost')
    )
