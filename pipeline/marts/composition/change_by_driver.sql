-- One row per driver of the change in revenue, all seven of them, or none where the window before is not recorded. The
-- changes add up to the change in revenue exactly. Where history begins shortly before the window before, customers
-- won back may pass for new, unless their files tell when they first dealt.
-- key: driver
-- columns:
--   driver               How its customers moved revenue, see change_by_customer
--   position             Order of the drivers on a page
--   customers            Customers of the driver [customers]
--   revenue              Revenue in the current window [reporting currency]
--   prior_revenue        Revenue in the window before [reporting currency]
--   change               Revenue less that of the window before [reporting currency]
--   growth_contribution  Change by all revenue of the window before; adds up to the rate of change
with
    changes as (
        select
            driver,
            count(*) as customers,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            sum(change) as change
        from
            marts.change_by_customer
        group by
            driver
    )
select
    drivers.driver,
    drivers.position::integer as position,
    coalesce(changes.customers, 0)::integer as customers,
    coalesce(changes.revenue, 0)::decimal(18, 4) as revenue,
    coalesce(changes.prior_revenue, 0)::decimal(18, 4) as prior_revenue,
    coalesce(changes.change, 0)::decimal(18, 4) as change,
    case
        when totals.change_reason is null then safe_div(coalesce(changes.change, 0), totals.prior_revenue)
    end as growth_contribution
from
    marts.change_drivers as drivers
    cross join marts.revenue_totals as totals
    left join changes on drivers.driver = changes.driver
where
    totals.prior_revenue is not null
