-- Bad rows: kinds of costs of which some are on no customer's account and not among the unallocated ones
-- severity: error
-- fix: compare marts.customer_profits and marts.value_figures (unallocated_*) with staging.stg_costs, stg_tickets
with
    booked as (
        select
            costs.customer_id,
            case
                when costs.kind = 'acquisition' then 'acquisition'
                else 'to serve'
            end as kind,
            costs.cost_date as booked_date,
            costs.amount
        from
            staging.stg_costs as costs
        union all
        select
            tickets.customer_id,
            'to serve',
            tickets.opened_at::date,
            tickets.cost - coalesce(tickets.charge, 0)
        from
            staging.stg_tickets as tickets
            cross join run.settings as settings
        where
            settings.value_ticket_cost = 'apart'
            and tickets.cost is not null
    ),
    -- Of the window; what was spent to win a customer counts to date. Costs of internal customers are left out, as these
    -- are from everything.
    expected as (
        select
            booked.kind,
            sum(booked.amount) as cost
        from
            booked
            cross join run.settings as settings
            left join staging.stg_customers as customers on booked.customer_id = customers.customer_id
        where
            (
                booked.booked_date > settings.as_of_date - settings.analysis_window_days
                or (
                    booked.kind = 'acquisition'
                    and booked.customer_id is not null
                )
            )
            and (
                booked.customer_id is null
                or customers.kind <> 'internal'
            )
        group by
            booked.kind
    ),
    allocated as (
        select
            'to serve' as kind,
            sum(cost_to_serve) as cost
        from
            marts.customer_profits
        union all
        select
            'acquisition',
            sum(acquisition_cost)
        from
            marts.customer_profits
    ),
    unallocated as (
        select
            'to serve' as kind,
            unallocated_cost as cost
        from
            marts.value_figures
        union all
        select
            'acquisition',
            unallocated_acquisition_cost
        from
            marts.value_figures
    ),
    -- Without a sale and a cost by customer there are no figures, and nothing to compare.
    compared as (
        select
            unallocated.kind,
            coalesce(allocated.cost, 0) as allocated_cost,
            coalesce(unallocated.cost, 0) as unallocated_cost,
            coalesce(expected.cost, 0) as expected_cost
        from
            unallocated
            inner join allocated on unallocated.kind = allocated.kind
            left join expected on unallocated.kind = expected.kind
    )
select
    kind,
    allocated_cost,
    unallocated_cost,
    expected_cost
from
    compared
where
    (allocated_cost + unallocated_cost = expected_cost) is not true
