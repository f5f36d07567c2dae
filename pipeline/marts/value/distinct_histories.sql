-- One row per sample of customers and buying history that some of them have in common: all that repeat buying models need.
-- Samples: all, every customer with an order, up to the as-of date; calibration, those who had bought by the split date, up
-- to it; holdout, the same customers up to the as-of date, by which models fitted on the calibration are judged.
-- key: sample, frequency, recency_days, age_days
-- columns:
--   sample        all, calibration or holdout
--   frequency     Purchases after the first [purchases]
--   recency_days  Time from the first purchase to the last [days]
--   age_days      Time from the first purchase to the end [days]
--   customers     Customers with this history [customers]
-- checks:
--   somebody has the history: customers > 0
with
    samples as (
        select
            'all' as sample,
            frequency,
            recency_days,
            age_days
        from
            marts.buying_histories
        union all
        select
            'calibration',
            calibration_frequency,
            calibration_recency_days,
            calibration_age_days
        from
            marts.buying_histories
        where
            calibration_frequency is not null
        union all
        select
            'holdout',
            frequency,
            recency_days,
            age_days
        from
            marts.buying_histories
        where
            calibration_frequency is not null
    )
select
    sample,
    frequency,
    recency_days,
    age_days,
    count(*)::integer as customers
from
    samples
group by
    sample,
    frequency,
    recency_days,
    age_days
