-- One row per run: the headline figures of value and profit.
select
    measure,
    customers,
    unranked_customers,
    key_tier,
    key_customers,
    key_revenue::double as key_revenue,
    key_revenue_share,
    key_retention_rate,
    major_tier,
    major_retention_rate,
    moved_up_customers,
    moved_down_customers,
    lapsed_customers,
    prior_reason,
    margin::double as margin,
    cost_to_serve::double as cost_to_serve,
    profit::double as profit,
    unallocated_cost::double as unallocated_cost,
    profit_after_unallocated::double as profit_after_unallocated,
    cost_reason,
    good_customers,
    bad_customers,
    lost_profit::double as lost_profit,
    peak_customers,
    peak_customers_share,
    peak_profit::double as peak_profit,
    peak_profit_share,
    profit_customers,
    unknown_profit_customers
from
    marts.value_figures
order by
    measure
