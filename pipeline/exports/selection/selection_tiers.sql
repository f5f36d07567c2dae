-- One row per tier, tier before, profit class and cell.
-- format: arrow
select
    tier,
    prior_tier,
    movement,
    profit_class,
    cell,
    customers,
    orders,
    revenue::double as revenue,
    prior_revenue::double as prior_revenue,
    margin::double as margin,
    prior_margin::double as prior_margin,
    prior_unmargined_customers,
    cost_to_serve::double as cost_to_serve,
    profit::double as profit
from
    marts.cell_tiers
order by
    tier,
    prior_tier,
    profit_class,
    cell
