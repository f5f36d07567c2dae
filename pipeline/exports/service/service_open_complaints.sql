-- One row per complaint of the list of those that are not resolved: upper tiers first, then the oldest, as many as service.list_customers says.
-- columns:
--   place        Place in the list, from 1
--   complaints   Complaints that are not resolved, those beyond the list too [complaints]
--   is_answered  Whether there was a first response
--   revenue      Revenue of the customer in the current window; NULL without orders in it [reporting currency]
with
    waiting as (
        select
            tickets.*,
            row_number() over (
                order by
                    tickets.tier_position nulls last,
                    tickets.age_days desc,
                    tickets.ticket_id
            ) as place,
            count(*) over () as complaints
        from
            marts.service_tickets as tickets
        where
            tickets.is_open
            and tickets.kind = 'complaint'
    )
select
    waiting.place::integer as place,
    waiting.complaints::integer as complaints,
    customers.label,
    customers.customer_key,
    cells.cell,
    waiting.ticket_id,
    waiting.tier,
    customers.kind,
    customers.owner,
    customers.current_revenue::double as revenue,
    waiting.category,
    waiting.service_point,
    waiting.opened_date,
    waiting.age_days,
    waiting.response_hours is not null as is_answered,
    waiting.is_repeat,
    steps.next_step_reason
from
    waiting
    inner join marts.customers as customers on waiting.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on waiting.customer_id = cells.customer_id
    left join marts.next_steps as steps on waiting.customer_id = steps.customer_id
    cross join run.settings as settings
where
    waiting.place <= settings.service_list_customers
order by
    waiting.place
