-- One row per dimension, group and window of tickets: how fast they were answered and resolved, and what they cost.
-- Of products those with the dearest tickets, as many as service.list_products says, by name.
-- columns:
--   group_title  Name of the product; the group itself for others
--   place        Place by cost in its dimension, from 1
with
    placed as (
        select
            tickets.*,
            products.name,
            row_number() over (
                partition by
                    tickets.dimension,
                    tickets.period
                order by
                    tickets.cost desc nulls last,
                    tickets.tickets desc,
                    tickets.group_name
            ) as place
        from
            marts.tickets_by_group as tickets
            left join marts.failures_by_product as products on tickets.dimension = 'product'
            and tickets.group_name = products.product_id
        where
            tickets.dimension in ('all', 'kind', 'service_point', 'category', 'product')
            and tickets.period in ('current', 'prior')
    )
select
    placed.dimension,
    placed.group_name,
    coalesce(placed.name, placed.group_name) as group_title,
    placed.period,
    placed.place::integer as place,
    placed.tickets,
    placed.requests,
    placed.complaints,
    placed.answered,
    placed.unanswered,
    placed.response_mean,
    placed.response_median,
    placed.response_p90,
    placed.resolved,
    placed.resolution_mean,
    placed.resolution_median,
    placed.resolution_p90,
    placed.open_tickets,
    placed.open_complaints,
    placed.oldest_days,
    placed.first_contact_rate,
    placed.first_contact_low,
    placed.first_contact_high,
    placed.repeat_complaints,
    placed.repeat_complaint_rate,
    placed.costed_tickets,
    placed.cost::double as cost,
    placed.charge::double as charge,
    placed.net_cost::double as net_cost
from
    placed
    cross join run.settings as settings
where
    placed.dimension <> 'product'
    or placed.place <= settings.service_list_products
order by
    placed.dimension,
    placed.period,
    placed.tickets desc,
    placed.group_name
