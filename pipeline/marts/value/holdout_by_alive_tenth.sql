-- One row per tenth of the customers of the calibration, by the probability at the split date that they had not dropped
-- out: how many of them bought in the hold-out, against all. Customers of equal probability stay together, in the tenth of
-- the first of them; so a tenth may hold more, and the next none and be absent.
-- key: tenth
-- columns:
--   tenth                  Tenth, 1 the most alive
--   customers              Customers [customers]
--   alive_probability      Mean probability that they had not dropped out [0 to 1]
--   bought_customers       Who bought in the hold-out [customers]
--   bought_rate            Share who did [0 to 1]
--   bought_low             Lower limit of that share: Wilson's interval, at prediction.confidence [0 to 1]
--   bought_high            Upper limit of that share [0 to 1]
--   expected_bought_rate   Share that the model expected to [0 to 1]
--   lift                   Share who did, by that of all customers; NULL where nobody did
-- checks:
--   who bought is one of them: bought_customers between 0 and customers
with
    ranked as (
        select
            customers.*,
            rank() over (
                order by
                    customers.alive_probability desc
            ) as place,
            count(*) over () as all_customers,
            sum(
                case
                    when customers.purchases > 0 then 1
                    else 0
                end
            ) over () as all_bought
        from
            marts.holdout_customers as customers
    ),
    tenths as (
        select
            (((place - 1) * 10) // all_customers + 1)::integer as tenth,
            count(*)::integer as customers,
            safe_div(sum(alive_probability::decimal(28, 15)), count(*)) as alive_probability,
            sum(
                case
                    when purchases > 0 then 1
                    else 0
                end
            )::integer as bought_customers,
            safe_div(sum((1 - no_purchase_probability)::decimal(28, 15)), count(*)) as expected_bought_rate,
            safe_div(max(all_bought), max(all_customers)) as all_bought_rate
        from
            ranked
        group by
            (((place - 1) * 10) // all_customers + 1)
    )
select
    tenths.tenth,
    tenths.customers,
    tenths.alive_probability,
    tenths.bought_customers,
    safe_div(tenths.bought_customers, tenths.customers) as bought_rate,
    wilson_low (tenths.bought_customers, tenths.customers, quantiles.normal_quantile) as bought_low,
    wilson_high (tenths.bought_customers, tenths.customers, quantiles.normal_quantile) as bought_high,
    tenths.expected_bought_rate,
    safe_div(safe_div(tenths.bought_customers, tenths.customers), tenths.all_bought_rate) as lift
from
    tenths
    cross join marts.interval_quantile as quantiles
