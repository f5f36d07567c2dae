-- One row per step between tiers that some customer took.
select
    prior_tier,
    prior_tier_position,
    tier,
    tier_position,
    movement,
    customers,
    customers_share,
    prior_revenue::double as prior_revenue,
    revenue::double as revenue,
    revenue_change::double as revenue_change
from
    marts.tier_migrations
order by
    prior_tier_position nulls last,
    prior_tier,
    tier_position nulls last,
    tier
