-- One row per number of repeat purchases in the calibration: what these customers bought in the hold-out, and what was
-- expected: the conditional expectations by which Fader, Hardie and Lee (2005) judge a model.
-- key: frequency
-- columns:
--   frequency            Purchases after the first in the calibration, 0 to 6; 7 for 7 and more [purchases]
--   customers            Customers [customers]
--   mean_purchases       Purchases of the hold-out by a customer [purchases]
--   expected_purchases   What the model expected of a customer [purchases]
select
    least(frequency, 7)::integer as frequency,
    count(*)::integer as customers,
    safe_div(sum(purchases), count(*)) as mean_purchases,
    safe_div(sum(expected_purchases::decimal(28, 9)), count(*)) as expected_purchases
from
    marts.holdout_customers
group by
    least(frequency, 7)
