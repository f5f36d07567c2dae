-- Bad rows: tiers whose customers or revenue differ from those that migrations bring in, or take out
-- severity: error
-- fix: compare marts.tier_migrations with marts.value_by_tier, tier and prior_tier
with
    flows as (
        select
            'current' as period,
            tier,
            customers,
            revenue
        from
            marts.tier_migrations
        where
            tier_position is not null
        union all
        select
            'prior',
            prior_tier,
            customers,
            prior_revenue
        from
            marts.tier_migrations
        where
            prior_tier_position is not null
        union all
        select
            'current',
            tier,
            - customers,
            - revenue
        from
            marts.value_by_tier
        union all
        select
            'prior',
            tier,
            - prior_customers,
            - prior_revenue
        from
            marts.value_by_tier
    )
select
    period,
    tier,
    sum(customers) as customers_difference,
    sum(revenue) as revenue_difference
from
    flows
group by
    period,
    tier
having
    coalesce(sum(customers), 0) <> 0
    or coalesce(sum(revenue), 0) <> 0
