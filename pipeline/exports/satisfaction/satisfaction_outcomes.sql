-- One row per kind of customer, and all of them, and class of answer: what they went on to buy.
-- columns:
--   days  Time before and after the answer [days]
select
    purchases.kind,
    purchases.recommend_class,
    purchases.position,
    settings.satisfaction_outcome_days as days,
    purchases.customers,
    purchases.too_recent,
    purchases.too_early,
    purchases.revenue_before::double as revenue_before,
    purchases.revenue_after::double as revenue_after,
    purchases.change::double as change,
    purchases.change_rate,
    purchases.change_low,
    purchases.change_high,
    purchases.difference,
    purchases.difference_low,
    purchases.difference_high,
    purchases.ordered_again,
    purchases.again_rate,
    purchases.again_low,
    purchases.again_high
from
    marts.purchases_after_answers as purchases
    cross join run.settings as settings
order by
    purchases.kind,
    purchases.position
