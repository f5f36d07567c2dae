-- One row per run: the headline figures of value and profit.
-- columns:
--   good_profit_rate  From this share of revenue on, profit makes a good customer; below it, and no loss, a marginal one
select
    figures.measure,
    figures.customers,
    figures.unranked_customers,
    figures.key_tier,
    figures.key_customers,
    figures.key_revenue::double as key_revenue,
    figures.key_revenue_share,
    figures.key_prior_customers,
    figures.key_kept_customers,
    figures.key_retained_customers,
    figures.key_fallen_customers,
    figures.key_fallen_revenue_change::double as key_fallen_revenue_change,
    figures.moved_up_customers,
    figures.moved_down_customers,
    figures.lapsed_customers,
    figures.fallen_customers,
    totals.is_prior_complete,
    totals.prior_start_date,
    totals.history_start_date,
    figures.prior_reason,
    figures.margin::double as margin,
    figures.cost_to_serve::double as cost_to_serve,
    figures.profit::double as profit,
    figures.prior_profit::double as prior_profit,
    figures.profit_change::double as profit_change,
    figures.profit_change_rate,
    figures.profit_change_reason,
    figures.unallocated_cost::double as unallocated_cost,
    figures.profit_after_unallocated::double as profit_after_unallocated,
    figures.unallocated_acquisition_cost::double as unallocated_acquisition_cost,
    figures.cost_reason,
    settings.value_good_margin_rate::double as good_profit_rate,
    figures.good_customers,
    figures.bad_customers,
    figures.lost_profit::double as lost_profit,
    figures.peak_customers,
    figures.peak_customers_share,
    figures.peak_profit::double as peak_profit,
    figures.peak_profit_share,
    figures.profit_customers,
    figures.unknown_profit_customers,
    figures.idle_customers,
    intervals.normal_quantile
from
    marts.value_figures as figures
    cross join marts.revenue_totals as totals
    cross join marts.interval_quantile as intervals
    cross join run.settings as settings
order by
    measure
