-- One row per source of leads, and all of them, and number of days since they were won: whether the customers stayed, and what they brought.
-- columns:
--   source  Source of the leads; NULL for leads without one, and for all of them
select
    sources.dimension,
    case
        when sources.dimension = 'source'
        and sources.has_value then sources.group_value
    end as source,
    sources.days,
    sources.won_leads,
    sources.unnamed_leads,
    sources.other_leads,
    sources.new_customers,
    sources.never_customers,
    sources.undated_customers,
    sources.young_customers,
    sources.customers,
    sources.stayed_customers,
    sources.stayed_rate,
    sources.stayed_low,
    sources.stayed_high,
    sources.revenue_per_customer,
    sources.revenue_low,
    sources.revenue_high,
    sources.margin_per_customer
from
    marts.customers_by_lead_source as sources
order by
    sources.dimension,
    sources.group_value,
    sources.has_value,
    sources.days
