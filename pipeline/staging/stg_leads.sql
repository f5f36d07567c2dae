-- One row per lead recorded by the as-of date. One that was won or lost after it is still open.
-- key: lead_id
-- columns:
--   lead_id          Lead
--   name             Name of the person or company
--   source           Where the lead came from
--   owner            Who works on it
--   region           Sales region
--   created_date     Date the lead was recorded
--   closed_date      Date it was won or lost, up to the as-of date
--   status           Where it stands: open, won, lost
--   has_money        Whether it can pay
--   has_authority    Whether the contact can decide
--   has_need         Whether it needs the product
--   expected_amount  Worth expected if it is won, at the rate of the day it was recorded [reporting currency]
--   customer_id      Customer it became, merged duplicates as one
--   lost_reason      Why it was lost
with
    leads as (
        select
            leads.*,
            ids.customer_id as known_customer_id,
            (leads.expected_amount * rates.rate)::decimal(18, 4) as converted_amount,
            coalesce(leads.closed_date > settings.as_of_date, false) as is_still_open
        from
            raw.leads as leads
            cross join run.settings as settings
            left join staging.stg_customer_ids as ids on leads.customer_id = ids.source_customer_id
            left join staging.stg_exchange_rates as rates on coalesce(leads.currency, settings.reporting_currency) = rates.currency
            and leads.created_date >= rates.valid_from
            and leads.created_date < rates.valid_until
        where
            leads.created_date <= settings.as_of_date
    )
select
    lead_id,
    name,
    source,
    owner,
    region,
    created_date,
    case
        when not is_still_open then closed_date
    end as closed_date,
    case
        when is_still_open then 'open'
        else status
    end as status,
    has_money,
    has_authority,
    has_need,
    converted_amount as expected_amount,
    case
        when not is_still_open then known_customer_id
    end as customer_id,
    case
        when not is_still_open then lost_reason
    end as lost_reason
from
    leads
