-- One row per tier of the customer pyramid.
select
    position,
    tier,
    action,
    customers,
    customers_share,
    planned_customers,
    is_swollen,
    orders,
    revenue::double as revenue,
    revenue_share,
    average_revenue,
    orders_per_customer,
    margin::double as margin,
    cost_to_serve::double as cost_to_serve,
    profit::double as profit,
    profit_rate,
    bad_customers,
    profit_reason,
    value_at_cut::double as value_at_cut,
    prior_customers,
    prior_revenue::double as prior_revenue,
    prior_margin::double as prior_margin,
    prior_value_at_cut::double as prior_value_at_cut,
    customers_change,
    revenue_change::double as revenue_change,
    revenue_change_rate,
    retained_customers,
    retention_rate,
    kept_customers,
    fallen_customers,
    fallen_revenue_change::double as fallen_revenue_change,
    prior_reason
from
    marts.value_by_tier
order by
    position
