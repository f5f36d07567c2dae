-- One row per source of leads, and all of them, and number of months since they were recorded: the share won by then.
-- columns:
--   source  Source of the leads; NULL for leads without one, and for all of them
select
    conversion.dimension,
    case
        when conversion.dimension = 'source'
        and conversion.has_value then conversion.group_value
    end as source,
    conversion.months,
    conversion.followed_months,
    conversion.leads,
    conversion.young_leads,
    conversion.undated_leads,
    conversion.won_leads,
    conversion.won_rate,
    conversion.won_low,
    conversion.won_high
from
    marts.lead_conversion as conversion
where
    conversion.dimension in ('all', 'source')
order by
    conversion.dimension,
    conversion.group_value,
    conversion.has_value,
    conversion.months
