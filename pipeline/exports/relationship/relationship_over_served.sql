-- One row per customer of the list of those over-served: as many as relationship.list_customers says, the most contacts above those due first.
-- columns:
--   place          Place by contacts above those due, from 1
--   revenue        Revenue in the current window [reporting currency]
--   cost_to_serve  Cost to serve in the current window [reporting currency]
with
    served as (
        select
            statuses.*,
            row_number() over (
                order by
                    statuses.contacts_above desc,
                    statuses.customer_id
            ) as place
        from
            marts.relationship_customers as statuses
        where
            statuses.standing = 'over-served'
    )
select
    served.place::integer as place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    cells.tier,
    served.level,
    served.contacts_due,
    served.contacts_made,
    served.contacts_above,
    customers.current_revenue::double as revenue,
    profits.margin::double as margin,
    profits.cost_to_serve::double as cost_to_serve,
    profits.profit::double as profit,
    steps.next_step_reason
from
    served
    inner join marts.customers as customers on served.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on served.customer_id = cells.customer_id
    inner join marts.customer_profits as profits on served.customer_id = profits.customer_id
    left join marts.next_steps as steps on served.customer_id = steps.customer_id
    cross join run.settings as settings
where
    served.place <= settings.relationship_list_customers
order by
    served.place
