-- One row per failure, cause and time: how often it happened, and to how many customers.
-- Failures are late (came late or is overdue) and short, of orders, which have no cause beside them; returned, by the reason of the
-- return, of returns of the time that name an order or not; and complaint, by its category, of complaints opened in the time. One
-- order may fail in several.
-- key: failure, cause, period
-- columns:
--   failure     late, short, returned or complaint
--   cause       Reason or category; unknown where none is given; all for orders late or short
--   period      current or prior
--   cases       Orders, returns or complaints [cases]
--   customers   Customers hit [customers]
--   upper_customers  Those of them in the two upper tiers [customers]
--   share       Share of all cases of the time [0 to 1]
--   prior_cases  Cases of the window before; NULL where nothing up to its end is on record that tells of the failure, and for period prior [cases]
-- checks:
--   nobody is hit without a case: customers between 1 and cases
with
    cases as (
        select
            'late' as failure,
            'all' as cause,
            period,
            customer_id
        from
            marts.order_service
        where
            is_late
        union all
        select
            'short',
            'all',
            period,
            customer_id
        from
            marts.order_service
        where
            fill_state = 'short'
        union all
        select
            'returned',
            coalesce(returns.reason, 'unknown'),
            case
                when returns.return_date > settings.as_of_date - settings.analysis_window_days then 'current'
                when returns.return_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
                else 'earlier'
            end,
            returns.customer_id
        from
            staging.stg_returns as returns
            cross join run.settings as settings
        where
            returns.return_date <= settings.as_of_date
        union all
        select
            'complaint',
            coalesce(category, 'unknown'),
            period,
            customer_id
        from
            marts.service_tickets
        where
            kind = 'complaint'
    ),
    counts as (
        select
            cases.failure,
            cases.cause,
            cases.period,
            count(*) as cases,
            count(distinct cases.customer_id) as customers,
            count(
                distinct case
                    when tiers.tier_position <= 2 then cases.customer_id
                end
            ) as upper_customers
        from
            cases
            inner join marts.customers as customers on cases.customer_id = customers.customer_id
            left join marts.customer_tiers as tiers on cases.customer_id = tiers.customer_id
        where
            cases.period <> 'earlier'
        group by
            cases.failure,
            cases.cause,
            cases.period
    ),
    told as (
        select
            'late' as failure
        from
            marts.order_service
        where
            period <> 'current'
            and is_late is not null
        union
        select
            'short'
        from
            marts.order_service
        where
            period <> 'current'
            and is_short is not null
        union
        select
            'returned'
        from
            staging.stg_returns as returns
            cross join run.settings as settings
        where
            returns.return_date <= settings.as_of_date - settings.analysis_window_days
        union
        select
            'complaint'
        from
            marts.service_tickets
        where
            period <> 'current'
    )
select
    counts.failure,
    counts.cause,
    counts.period,
    counts.cases::integer as cases,
    counts.customers::integer as customers,
    counts.upper_customers::integer as upper_customers,
    safe_div(
        counts.cases,
        sum(counts.cases) over (
            partition by
                counts.period
        )
    ) as share,
    case
        when counts.period = 'current'
        and told.failure is not null then coalesce(prior.cases, 0)
    end::integer as prior_cases
from
    counts
    left join told on counts.failure = told.failure
    left join counts as prior on prior.period = 'prior'
    and counts.failure = prior.failure
    and counts.cause = prior.cause
