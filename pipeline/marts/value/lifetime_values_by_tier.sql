-- One row per tier of the current window, and one of the customers without a tier: their four values.
-- key: tier
-- columns:
--   tier                 Tier; none for customers without one
--   position             Order of the tiers, from the top
--   customers            Customers with an order [customers]
--   alive_customers      Sum of the probabilities that they have not dropped out: as many are expected to be customers still [customers]
--   historical_value     What they brought to date, see customer_lifetime_values; NULL where it is not known of any [reporting currency]
--   predicted_value      What is still to come over the horizon; NULL where nothing is predicted [reporting currency]
--   predicted_share      Share of what is still to come of all customers [0 to 1]
--   current_value        What would come over the horizon at today's pattern [reporting currency]
--   potential_value      What categories that they do not buy could add in a window [reporting currency]
--   mean_predicted_value What is still to come of a customer on average [reporting currency]
with
    sums as (
        select
            coalesce(tiers.tier, 'none') as tier,
            max(coalesce(tiers.tier_position, 1000)) as position,
            count(*) as customers,
            sum(customer_values.alive_probability::decimal(28, 15)) as alive_customers,
            sum(customer_values.historical_value) as historical_value,
            sum(customer_values.predicted_value) as predicted_value,
            sum(customer_values.current_value) as current_value,
            sum(customer_values.potential_value) as potential_value
        from
            marts.customer_lifetime_values as customer_values
            left join marts.customer_tiers as tiers on customer_values.customer_id = tiers.customer_id
        group by
            coalesce(tiers.tier, 'none')
    )
select
    tier,
    position::integer as position,
    customers::integer as customers,
    alive_customers::double as alive_customers,
    historical_value,
    predicted_value,
    case
        when sum(predicted_value) over () > 0 then safe_div(predicted_value, sum(predicted_value) over ())
    end as predicted_share,
    current_value,
    potential_value,
    (predicted_value / customers)::decimal(18, 4) as mean_predicted_value
from
    sums
