-- One row per key customer with an account manager: as many as sales.list_customers says, by account manager, those of whom leaves first,
-- then of whom holds most.
-- columns:
--   place         Place in the list, from 1
--   owner_name    Name of the account manager
--   owner_status  here, notice given, left or not listed; NULL where there is no list of account managers
--   left_date     Last day of the account manager
--   revenue       Revenue in the current window [reporting currency]
--   margin        Margin in the current window [reporting currency]
with
    listed as (
        select
            customers.customer_id,
            managers.name,
            managers.status,
            managers.left_date,
            row_number() over (
                order by
                    managers.status in ('notice given', 'left') desc nulls last,
                    groups.held_revenue desc,
                    customers.owner,
                    customers.current_revenue desc nulls last,
                    customers.customer_id
            ) as place
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            cross join run.settings as settings
            inner join marts.account_managers as managers on customers.owner = managers.owner
            inner join marts.sales_by_group as groups on groups.dimension = 'owner'
            and groups.has_value
            and groups.group_value = customers.owner
        where
            tiers.tier_position <= settings.sales_key_tiers
    )
select
    listed.place::integer as place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    listed.name as owner_name,
    listed.status as owner_status,
    listed.left_date,
    customers.current_revenue::double as revenue,
    customers.current_margin::double as margin,
    statuses.last_contact_date,
    statuses.contact_days,
    statuses.timing,
    steps.next_step_reason
from
    listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on listed.customer_id = cells.customer_id
    inner join marts.relationship_customers as statuses on listed.customer_id = statuses.customer_id
    left join marts.next_steps as steps on listed.customer_id = steps.customer_id
    cross join run.settings as settings
where
    listed.place <= settings.sales_list_customers
order by
    listed.place
