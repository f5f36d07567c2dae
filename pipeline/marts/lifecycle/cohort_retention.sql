-- One row per cohort and period since it began that is over: how many of its customers ordered in it, and how many are customers still.
-- A cohort is who first ordered in a month, quarter or year, by the orders on record: who had bought before they begin looks new,
-- which makes the first cohort larger and more faithful than the others. A period that is not over by the as-of date has no row, and
-- so none of those that came after it: not yet seen is not 0.
-- key: grain, cohort, age
-- columns:
--   grain              month, quarter or year: the length of a period
--   cohort             First day of the period of the first order
--   age                Periods since that one; 0 is itself [periods]
--   period_end         Last day of the period
--   customers          Customers of the cohort [customers]
--   ordered            Those that ordered in the period [customers]
--   ordered_rate       Their share [0 to 1]
--   ordered_rate_low   Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   ordered_rate_high  Upper end [0 to 1]
--   active             Those that are not lost at the end of the period [customers]
--   active_rate        Their share [0 to 1]
--   active_rate_low    Lower end of its interval [0 to 1]
--   active_rate_high   Upper end [0 to 1]
--   others_rate        ordered_rate of the other cohorts in their period of this age, the first one left out; NULL without any [0 to 1]
--   stands_out           below or above where the intervals of the two do not meet; NULL where they do, and for the first cohort
--   revenue            Revenue of the cohort in the period, less what came back in it [reporting currency]
-- checks:
--   who ordered belongs to the cohort: ordered <= customers and active <= customers
--   all ordered in the period of their first order: age > 0 or ordered = customers
with
    grains as (
        select
            'month' as grain
        union all
        select
            'quarter'
        union all
        select
            'year'
    ),
    month_periods as (
        select
            grains.grain,
            months.month,
            months.month_end,
            months.is_complete,
            case grains.grain
                when 'month' then months.month
                when 'quarter' then date_trunc('quarter', months.month)::date
                else date_trunc('year', months.month)::date
            end as period
        from
            grains
            cross join marts.month_ends as months
    ),
    -- The last months of periods that are over.
    period_ends as (
        select
            grain,
            period,
            month_end
        from
            month_periods
        where
            is_complete
            and case grain
                when 'month' then true
                when 'quarter' then extract (
                    month
                    from
                        month
                ) in (3, 6, 9, 12)
                else extract (
                    month
                    from
                        month
                ) = 12
            end
    ),
    customer_cohorts as (
        select
            customers.customer_id,
            periods.grain,
            periods.period as cohort
        from
            marts.customers as customers
            inner join month_periods as periods on date_trunc('month', customers.first_order_date)::date = periods.month
    ),
    cohorts as (
        select
            grain,
            cohort,
            count(*) as customers
        from
            customer_cohorts
        group by
            grain,
            cohort
    ),
    order_months as (
        select
            customer_id,
            date_trunc('month', order_date)::date as month,
            sum(revenue) as revenue,
            sum(order_count) as orders
        from
            marts.orders
        group by
            customer_id,
            date_trunc('month', order_date)::date
    ),
    customer_periods as (
        select
            customer_cohorts.grain,
            customer_cohorts.cohort,
            periods.period,
            customer_cohorts.customer_id,
            sum(order_months.revenue) as revenue,
            sum(order_months.orders) as orders
        from
            customer_cohorts
            inner join order_months on customer_cohorts.customer_id = order_months.customer_id
            inner join month_periods as periods on customer_cohorts.grain = periods.grain
            and order_months.month = periods.month
        group by
            customer_cohorts.grain,
            customer_cohorts.cohort,
            periods.period,
            customer_cohorts.customer_id
    ),
    ordered as (
        select
            grain,
            cohort,
            period,
            sum(
                case
                    when orders > 0 then 1
                    else 0
                end
            ) as customers,
            sum(revenue) as revenue
        from
            customer_periods
        group by
            grain,
            cohort,
            period
    ),
    actives as (
        select
            customer_cohorts.grain,
            customer_cohorts.cohort,
            period_ends.period,
            count(*) as customers
        from
            customer_cohorts
            inner join period_ends on customer_cohorts.grain = period_ends.grain
            inner join marts.customer_states as states on customer_cohorts.customer_id = states.customer_id
            and period_ends.month_end = states.month_end
        where
            states.state in ('first-time', 'repeat', 'loyal')
        group by
            customer_cohorts.grain,
            customer_cohorts.cohort,
            period_ends.period
    ),
    cells as (
        select
            cohorts.grain,
            cohorts.cohort,
            case cohorts.grain
                when 'month' then date_diff('month', cohorts.cohort, period_ends.period)
                when 'quarter' then date_diff('quarter', cohorts.cohort, period_ends.period)
                else date_diff('year', cohorts.cohort, period_ends.period)
            end::integer as age,
            period_ends.month_end as period_end,
            cohorts.customers::integer as customers,
            coalesce(ordered.customers, 0)::integer as ordered,
            safe_div(coalesce(ordered.customers, 0), cohorts.customers) as ordered_rate,
            wilson_low (coalesce(ordered.customers, 0), cohorts.customers, quantiles.normal_quantile) as ordered_rate_low,
            wilson_high (coalesce(ordered.customers, 0), cohorts.customers, quantiles.normal_quantile) as ordered_rate_high,
            coalesce(actives.customers, 0)::integer as active,
            safe_div(coalesce(actives.customers, 0), cohorts.customers) as active_rate,
            wilson_low (coalesce(actives.customers, 0), cohorts.customers, quantiles.normal_quantile) as active_rate_low,
            wilson_high (coalesce(actives.customers, 0), cohorts.customers, quantiles.normal_quantile) as active_rate_high,
            cohorts.cohort = min(cohorts.cohort) over (
                partition by
                    cohorts.grain
            ) as is_first,
            coalesce(ordered.revenue, 0)::decimal(18, 4) as revenue
        from
            cohorts
            cross join marts.interval_quantile as quantiles
            inner join period_ends on cohorts.grain = period_ends.grain
            and cohorts.cohort <= period_ends.period
            left join ordered on cohorts.grain = ordered.grain
            and cohorts.cohort = ordered.cohort
            and period_ends.period = ordered.period
            left join actives on cohorts.grain = actives.grain
            and cohorts.cohort = actives.cohort
            and period_ends.period = actives.period
    ),
    beside as (
        select
            cells.*,
            sum(
                case
                    when not is_first then customers
                end
            ) over (
                partition by
                    grain,
                    age
            ) - customers as others,
            sum(
                case
                    when not is_first then ordered
                end
            ) over (
                partition by
                    grain,
                    age
            ) - ordered as others_ordered
        from
            cells
    )
select
    beside.grain,
    beside.cohort,
    beside.age,
    beside.period_end,
    beside.customers,
    beside.ordered,
    beside.ordered_rate,
    beside.ordered_rate_low,
    beside.ordered_rate_high,
    beside.active,
    beside.active_rate,
    beside.active_rate_low,
    beside.active_rate_high,
    case
        when not beside.is_first then safe_div(beside.others_ordered, beside.others)
    end as others_rate,
    case
        when beside.is_first then null
        when beside.ordered_rate_high < wilson_low (beside.others_ordered, beside.others, quantiles.normal_quantile) then 'below'
        when beside.ordered_rate_low > wilson_high (beside.others_ordered, beside.others, quantiles.normal_quantile) then 'above'
    end as stands_out,
    beside.revenue
from
    beside
    cross join marts.interval_quantile as quantiles
