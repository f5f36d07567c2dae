-- One row per failure and cause of the current window, with how often it happened in the window before.
-- columns:
--   prior_cases  Cases in the window before; NULL where nothing of then is on record that tells of the failure [cases]
select
    causes.failure,
    causes.cause,
    causes.cases,
    causes.customers,
    causes.upper_customers,
    causes.share,
    causes.prior_cases
from
    marts.failures_by_cause as causes
where
    causes.period = 'current'
order by
    causes.cases desc,
    causes.failure,
    causes.cause
