-- Bad rows: service, retention and ticket costs of the window that are neither cost to serve nor unallocated
-- severity: error
-- fix: compare marts.customer_profits and marts.value_figures (unallocated_cost) with staging.stg_costs, stg_tickets
with
    booked as (
        select
            costs.customer_id,
            costs.cost_date as booked_date,
            costs.amount
        from
            staging.stg_costs as costs
        where
            costs.kind in ('service', 'retention')
        union all
        select
            tickets.customer_id,
            tickets.opened_at::date,
            tickets.cost - coalesce(tickets.charge, 0)
        from
            staging.stg_tickets as tickets
            cross join run.settings as settings
        where
            settings.value_ticket_cost = 'apart'
            and tickets.cost is not null
    ),
    -- Costs of internal customers are left out, as these are from everything.
    expected as (
        select
            coalesce(sum(booked.amount), 0) as cost
        from
            booked
            cross join run.settings as settings
            left join staging.stg_customers as customers on booked.customer_id = customers.customer_id
        where
            booked.booked_date > settings.as_of_date - settings.analysis_window_days
            and (
                booked.customer_id is null
                or customers.kind <> 'internal'
            )
    ),
    allocated as (
        select
            coalesce(sum(cost_to_serve), 0) as cost
        from
            marts.customer_profits
    ),
    figures as (
        select
            coalesce(sum(unallocated_cost), 0) as cost,
            count(*) as rows
        from
            marts.value_figures
    )
select
    allocated.cost as allocated_cost,
    figures.cost as unallocated_cost,
    expected.cost as expected_cost
from
    allocated
    cross join figures
    cross join expected
    -- Without a sale and a cost by customer there are no figures, and nothing to compare.
where
    figures.rows > 0
    and (allocated.cost + figures.cost = expected.cost) is not true
