-- One row per ticket of a customer: how long it took to answer and to resolve, and whether the customer came back.
-- A ticket is resolved at the first contact if it was resolved no later than service.first_contact_hours after the first response,
-- and the customer opened no other ticket of its category within service.first_contact_days of it; until these are over that is not
-- known, and a ticket without a first response that was resolved tells nothing of it. A complaint repeats another if the same
-- customer complained no more than service.repeat_days before. A request comes before the sale if its category holds a word of
-- service.presale_words; other requests come during or after it, as complaints do.
-- key: ticket_id
-- columns:
--   ticket_id         Ticket
--   customer_id       Customer
--   order_id          Order it is about
--   product_id        Product it is about
--   product_category  Category of that product; NULL where it names none
--   kind              request or complaint
--   category          What it is about
--   channel           How it came in
--   service_point     Team or place that handled it
--   customer_kind     Kind of the customer
--   tier              Tier of the customer in the current window; NULL where it has none
--   tier_position     Number of the tier, from 1 at the top
--   region            Sales region of the order, or that of the customer
--   sales_channel     Channel of the order, or that of the customer
--   opened_date       Day it came in [UTC]
--   month             First day of its month
--   period            current, prior or earlier
--   is_presale        Whether it is a request before the sale
--   response_hours    Hours until the first response; NULL while there is none [hours]
--   resolution_hours  Hours until it was resolved; NULL while it is open [hours]
--   is_open           Whether it is not resolved
--   age_days          Days that an open ticket is old [days]
--   is_first_contact  Whether it was resolved at the first contact; NULL where that is not known
--   is_repeat         Whether it repeats a complaint; NULL for a request
--   cost              What serving it cost [reporting currency]
--   charge            What the customer was charged for it [reporting currency]
-- checks:
--   what is open has an age: is_open = (age_days is not null)
--   only complaints repeat: (kind = 'complaint') = (is_repeat is not null)
with
    presale as (
        select
            lower(value) as word
        from
            run.service_presale_words
    ),
    followed as (
        select
            tickets.*,
            tickets.opened_at::date as opened_date,
            lead (tickets.opened_at) over (
                partition by
                    tickets.customer_id,
                    tickets.category
                order by
                    tickets.opened_at,
                    tickets.ticket_id
            ) as next_at,
            lag (tickets.opened_at) over (
                partition by
                    tickets.customer_id,
                    tickets.kind
                order by
                    tickets.opened_at,
                    tickets.ticket_id
            ) as before_at
        from
            staging.stg_tickets as tickets
    )
select
    tickets.ticket_id,
    tickets.customer_id,
    tickets.order_id,
    tickets.product_id,
    products.category as product_category,
    tickets.kind,
    tickets.category,
    tickets.channel,
    tickets.service_point,
    customers.kind as customer_kind,
    tiers.tier,
    tiers.tier_position,
    coalesce(orders.region, customers.region) as region,
    coalesce(orders.channel, customers.channel) as sales_channel,
    tickets.opened_date,
    date_trunc('month', tickets.opened_date)::date as month,
    case
        when tickets.opened_date > settings.as_of_date - settings.analysis_window_days then 'current'
        when tickets.opened_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
        else 'earlier'
    end as period,
    tickets.kind = 'request'
    and exists (
        select
            1
        from
            presale
        where
            contains(lower(tickets.category), presale.word)
    ) as is_presale,
    safe_div(date_diff('minute', tickets.opened_at, tickets.first_response_at), 60) as response_hours,
    safe_div(date_diff('minute', tickets.opened_at, tickets.resolved_at), 60) as resolution_hours,
    tickets.resolved_at is null as is_open,
    case
        when tickets.resolved_at is null then settings.as_of_date - tickets.opened_date
    end::integer as age_days,
    case
        when tickets.opened_date + settings.service_first_contact_days > settings.as_of_date then null
        when tickets.resolved_at is null then false
        when tickets.first_response_at is null then null
        else safe_div(date_diff('minute', tickets.first_response_at, tickets.resolved_at), 60) <= settings.service_first_contact_hours
        and coalesce(tickets.next_at::date > tickets.opened_date + settings.service_first_contact_days, true)
    end as is_first_contact,
    case
        when tickets.kind = 'complaint' then coalesce(tickets.before_at::date >= tickets.opened_date - settings.service_repeat_days, false)
    end as is_repeat,
    tickets.cost,
    tickets.charge
from
    followed as tickets
    inner join marts.customers as customers on tickets.customer_id = customers.customer_id
    cross join run.settings as settings
    left join marts.customer_tiers as tiers on tickets.customer_id = tiers.customer_id
    left join marts.orders as orders on tickets.order_id = orders.order_id
    left join staging.stg_products as products on tickets.product_id = products.product_id
