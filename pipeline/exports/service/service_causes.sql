-- One row per failure and cause of the current window, with how often it happened in the window before.
-- columns:
--   prior_cases  Cases in the window before; 0 where there was none [cases]
select
    causes.failure,
    causes.cause,
    causes.cases,
    causes.customers,
    causes.upper_customers,
    causes.share,
    coalesce(prior.cases, 0)::integer as prior_cases
from
    marts.failures_by_cause as causes
    left join marts.failures_by_cause as prior on causes.failure = prior.failure
    and causes.cause = prior.cause
    and prior.period = 'prior'
where
    causes.period = 'current'
order by
    causes.cases desc,
    causes.failure,
    causes.cause
