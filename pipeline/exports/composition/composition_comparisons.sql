-- One row per two calendar periods that are compared: their revenue.
-- columns:
--   revenue        Revenue of the later period [reporting currency]
--   prior_revenue  Revenue of the earlier one [reporting currency]
--   change         The difference [reporting currency]
--   change_rate    The difference by the revenue of the earlier period; NULL where that is not positive [1 = all of them]
with
    totals as (
        select
            comparison,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            marts.driver_changes
        group by
            comparison
    )
select
    comparisons.position,
    comparisons.comparison,
    comparisons.period,
    comparisons.against,
    comparisons.period_kind,
    comparisons.is_same_season,
    comparisons.start_date,
    comparisons.end_date,
    comparisons.prior_start_date,
    comparisons.prior_end_date,
    totals.revenue::double as revenue,
    totals.prior_revenue::double as prior_revenue,
    (totals.revenue - totals.prior_revenue)::double as change,
    case
        when totals.prior_revenue > 0 then safe_div(totals.revenue - totals.prior_revenue, totals.prior_revenue)
    end as change_rate
from
    marts.comparisons as comparisons
    inner join totals on comparisons.comparison = totals.comparison
where
    comparisons.comparison <> 'window'
order by
    comparisons.position
