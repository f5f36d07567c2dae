-- One row per dimension, group and window of tickets: how fast they were answered and resolved, and what they cost, and how many wait.
-- Of products those with the dearest tickets, as many as service.list_products says, by name. A group of which only older tickets
-- wait has a row of the current window without a ticket.
-- columns:
--   group_title  Name of the product; the group itself for others
--   place        Place by cost in its dimension, from 1
--   open_tickets  Tickets that are open on the as-of date, whenever they were opened; 0 of the window before [tickets]
--   oldest_days  Age of the oldest of them; NULL where none is open [days]
with
    counts as (
        select
            *
        from
            marts.tickets_by_group
        where
            dimension in ('all', 'kind', 'service_point', 'category', 'product')
    ),
    keys as (
        select
            dimension,
            group_name,
            period
        from
            counts
        where
            period in ('current', 'prior')
        union
        select
            dimension,
            group_name,
            'current'
        from
            counts
        where
            period = 'open'
    ),
    placed as (
        select
            keys.dimension,
            keys.group_name,
            keys.period,
            products.name,
            coalesce(waiting.open_tickets, 0)::integer as open_tickets,
            waiting.oldest_days,
            row_number() over (
                partition by
                    keys.dimension,
                    keys.period
                order by
                    tickets.cost desc nulls last,
                    tickets.tickets desc nulls last,
                    keys.group_name
            ) as place
        from
            keys
            left join counts as tickets on keys.dimension = tickets.dimension
            and keys.group_name = tickets.group_name
            and keys.period = tickets.period
            left join counts as waiting on keys.period = 'current'
            and waiting.period = 'open'
            and keys.dimension = waiting.dimension
            and keys.group_name = waiting.group_name
            left join marts.failures_by_product as products on keys.dimension = 'product'
            and keys.group_name = products.product_id
    )
select
    placed.dimension,
    placed.group_name,
    coalesce(placed.name, placed.group_name) as group_title,
    placed.period,
    placed.place::integer as place,
    coalesce(tickets.tickets, 0)::integer as tickets,
    coalesce(tickets.requests, 0)::integer as requests,
    coalesce(tickets.complaints, 0)::integer as complaints,
    tickets.answered,
    tickets.unanswered,
    tickets.response_mean,
    tickets.response_median,
    tickets.response_p90,
    tickets.resolved,
    tickets.resolution_mean,
    tickets.resolution_median,
    tickets.resolution_p90,
    placed.open_tickets,
    placed.oldest_days,
    tickets.first_contact_rate,
    tickets.first_contact_low,
    tickets.first_contact_high,
    tickets.repeat_complaints,
    tickets.repeat_complaint_rate,
    tickets.costed_tickets,
    tickets.cost::double as cost,
    tickets.charge::double as charge,
    tickets.net_cost::double as net_cost
from
    placed
    cross join run.settings as settings
    left join counts as tickets on placed.dimension = tickets.dimension
    and placed.group_name = tickets.group_name
    and placed.period = tickets.period
where
    placed.dimension <> 'product'
    or placed.place <= settings.service_list_products
order by
    placed.dimension,
    placed.period,
    tickets.tickets desc nulls last,
    placed.group_name
