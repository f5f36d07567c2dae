-- One row per customer to hand over, for its account manager has given notice or left, and contacts are due to it: as many as relationship.list_customers says, the most valuable first.
-- columns:
--   place         Place by what tiers are cut from, from 1
--   owner_name    Name of the account manager to show
--   owner_status  notice given or left
--   left_date     Last day of the account manager
--   revenue       Revenue in the current window [reporting currency]
with
    ranked as (
        select
            statuses.*,
            managers.name as owner_name,
            managers.status as owner_status,
            managers.left_date as owner_left_date,
            row_number() over (
                order by
                    tiers.value desc,
                    statuses.customer_id
            ) as place
        from
            marts.relationship_customers as statuses
            inner join marts.customers as customers on statuses.customer_id = customers.customer_id
            inner join marts.customer_tiers as tiers on statuses.customer_id = tiers.customer_id
            inner join marts.account_managers as managers on customers.owner = managers.owner
        where
            managers.status in ('notice given', 'left')
            and statuses.timing is not null
    )
select
    ranked.place::integer as place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.owner,
    ranked.owner_name,
    ranked.owner_status,
    ranked.owner_left_date as left_date,
    ranked.level,
    ranked.timing,
    ranked.contact_days,
    ranked.waiting_days,
    customers.current_revenue::double as revenue,
    steps.next_step_reason
from
    ranked
    inner join marts.customers as customers on ranked.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on ranked.customer_id = cells.customer_id
    left join marts.next_steps as steps on ranked.customer_id = steps.customer_id
    cross join run.settings as settings
where
    ranked.place <= settings.relationship_list_customers
order by
    ranked.place
