-- One row per tier, and one of the customers without a tier: their four values, from the top.
select
    tier,
    customers,
    alive_customers,
    historical_value::double as historical_value,
    predicted_value::double as predicted_value,
    predicted_share,
    current_value::double as current_value,
    potential_value::double as potential_value,
    mean_predicted_value::double as mean_predicted_value
from
    marts.lifetime_values_by_tier
order by
    position,
    tier
