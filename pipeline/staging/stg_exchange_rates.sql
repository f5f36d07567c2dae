-- One row per currency and period in which one rate holds. The reporting currency stands in it with the rate 1,
-- so that every amount is converted by the same join.
-- key: currency, valid_from
-- columns:
--   currency     Currency that is converted
--   valid_from   First day the rate holds
--   valid_until  First day it holds no longer
--   rate         Reporting currency for one unit of the currency
-- checks:
--   a rate is positive: rate > 0
select
    rates.currency,
    rates.rate_date as valid_from,
    coalesce(
        lead (rates.rate_date) over (
            partition by
                rates.currency
            order by
                rates.rate_date
        ),
        date '9999-12-31'
    ) as valid_until,
    rates.rate
from
    raw.exchange_rates as rates
    cross join run.settings as settings
where
    rates.currency <> settings.reporting_currency
union all
select
    settings.reporting_currency,
    date '1000-01-01',
    date '9999-12-31',
    1.0::double
from
    run.settings as settings
