-- One row per customer of the list of those overdue for contact: as many as relationship.list_customers says, the most valuable first.
-- columns:
--   place    Place by what tiers are cut from, from 1
--   revenue  Revenue in the current window [reporting currency]
with
    late as (
        select
            statuses.*,
            row_number() over (
                order by
                    tiers.value desc,
                    statuses.customer_id
            ) as place
        from
            marts.relationship_customers as statuses
            inner join marts.customer_tiers as tiers on statuses.customer_id = tiers.customer_id
        where
            statuses.timing in ('overdue', 'never contacted')
    )
select
    late.place::integer as place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    cells.tier,
    late.level,
    late.level_basis,
    late.interval_days,
    late.timing,
    late.contact_days,
    late.waiting_days,
    late.overdue_days,
    late.contacts_due,
    late.contacts_made,
    late.standing,
    customers.current_revenue::double as revenue,
    steps.next_step_reason
from
    late
    inner join marts.customers as customers on late.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on late.customer_id = cells.customer_id
    left join marts.next_steps as steps on late.customer_id = steps.customer_id
    cross join run.settings as settings
where
    late.place <= settings.relationship_list_customers
order by
    late.place
