-- One row per service request or complaint that came in by the as-of date. What happened after it has not happened yet.
-- key: ticket_id
-- columns:
--   ticket_id          Request
--   customer_id        Customer, merged duplicates as one
--   order_id           Order it is about
--   product_id         Product it is about
--   kind               request or complaint
--   category           What it is about
--   channel            How it came in
--   service_point      Team or place that handled it
--   opened_at          When it came in [UTC]
--   first_response_at  When it was first answered [UTC]
--   resolved_at        When it was resolved [UTC]
--   cost               What serving it cost [reporting currency]
--   charge             What the customer was charged for it [reporting currency]
select
    tickets.ticket_id,
    ids.customer_id,
    tickets.order_id,
    tickets.product_id,
    tickets.kind,
    tickets.category,
    tickets.channel,
    tickets.service_point,
    tickets.opened_at,
    case
        when tickets.first_response_at::date <= settings.as_of_date then tickets.first_response_at
    end as first_response_at,
    case
        when tickets.resolved_at::date <= settings.as_of_date then tickets.resolved_at
    end as resolved_at,
    (tickets.cost * rates.rate)::decimal(18, 4) as cost,
    (tickets.charge * rates.rate)::decimal(18, 4) as charge
from
    raw.tickets as tickets
    inner join staging.stg_customer_ids as ids on tickets.customer_id = ids.source_customer_id
    cross join run.settings as settings
    left join staging.stg_exchange_rates as rates on coalesce(tickets.currency, settings.reporting_currency) = rates.currency
    and tickets.opened_at::date >= rates.valid_from
    and tickets.opened_at::date < rates.valid_until
where
    tickets.opened_at::date <= settings.as_of_date
