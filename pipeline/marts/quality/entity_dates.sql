-- One row per supplied entity that holds events: how far its dates reach.
-- Dates are those of the event itself: a survey's is the day it was sent, or else answered; a statement's the end of its
-- period; a campaign's its first day. What lies after the as-of date is left out, and so are returns that lower no revenue.
-- key: entity
-- columns:
--   entity           Entity of the project
--   accepted_rows    Rows that kept their contract, equal ones as one where the source says so [rows]
--   used_rows        Rows of these that the analyses see: not after the as-of date, of a customer that is known; a return
--                    only if it is taken off revenue [rows]
--   unused_rows      Rows that they do not see [rows]
--   first_date       Date of the first event
--   last_date        Date of the last event
--   days_since_last  Days from the last event to the as-of date [days]
with
    events as (
        select
            entity,
            order_date as event_date
        from
            staging.stg_orders
        where
            entity <> 'returns'
        union all
        select
            'returns',
            return_date
        from
            staging.stg_returns
        where
            taken_off is not null
        union all
        select
            'invoices',
            invoice_date
        from
            staging.stg_invoices
        union all
        select
            'financials',
            period_end
        from
            staging.stg_financials
        union all
        select
            'interactions',
            interaction_date
        from
            staging.stg_interactions
        union all
        select
            'tickets',
            opened_at::date
        from
            staging.stg_tickets
        union all
        select
            'surveys',
            coalesce(sent_date, answered_date)
        from
            staging.stg_surveys
        union all
        select
            'costs',
            cost_date
        from
            staging.stg_costs
        union all
        select
            'leads',
            created_date
        from
            staging.stg_leads
        union all
        select
            'campaigns',
            start_date
        from
            staging.stg_campaigns
        union all
        select
            'campaign_responses',
            response_date
        from
            staging.stg_campaign_responses
    ),
    counts as (
        select
            events.entity,
            count(
                case
                    when events.event_date > settings.as_of_date then null
                    else 1
                end
            ) as used_rows,
            min(
                case
                    when events.event_date <= settings.as_of_date then events.event_date
                end
            ) as first_date,
            max(
                case
                    when events.event_date <= settings.as_of_date then events.event_date
                end
            ) as last_date
        from
            events
            cross join run.settings as settings
        group by
            events.entity
    )
select
    entities.entity,
    entities.row_count as accepted_rows,
    coalesce(counts.used_rows, 0) as used_rows,
    entities.row_count - coalesce(counts.used_rows, 0) as unused_rows,
    counts.first_date,
    counts.last_date,
    (settings.as_of_date - counts.last_date)::integer as days_since_last
from
    run.entities as entities
    cross join run.settings as settings
    left join counts on entities.entity = counts.entity
where
    entities.is_supplied
    and entities.entity in (
        'orders',
        'transactions',
        'returns',
        'invoices',
        'financials',
        'interactions',
        'tickets',
        'surveys',
        'costs',
        'leads',
        'campaigns',
        'campaign_responses'
    )
