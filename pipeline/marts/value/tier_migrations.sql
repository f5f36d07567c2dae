-- One row per step from a tier in the prior window to a tier in the current one that some customer took.
-- Who bought in either window is in one row; without a tier, the reason stands in its place (marts.customer_tiers).
-- key: prior_tier, tier
-- columns:
--   prior_tier           Tier in the prior window, or: no purchase, not yet a customer, margin not known
--   prior_tier_position  Number of that tier, from 1 at the top; NULL where it is none
--   tier                 Tier in the current window, or: no purchase, margin not known
--   tier_position        Number of that tier, from 1 at the top; NULL where it is none
--   movement             up, down, same, new, returned or lapsed; NULL where a margin is not known
--   customers            Customers that took the step [customers]
--   customers_share      Share of the customers that stood at prior_tier
--   prior_revenue        Their revenue in the prior window, 0 without a purchase [reporting currency]
--   revenue              Their revenue in the current window, 0 without a purchase [reporting currency]
--   revenue_change       Revenue less that of the prior window [reporting currency]
with
    steps as (
        select
            coalesce(tiers.prior_tier, tiers.prior_tier_reason) as prior_tier,
            tiers.prior_tier_position,
            coalesce(tiers.tier, tiers.tier_reason) as tier,
            tiers.tier_position,
            tiers.movement,
            count(*) as customers,
            coalesce(sum(customers.prior_revenue), 0)::decimal(18, 4) as prior_revenue,
            coalesce(sum(customers.current_revenue), 0)::decimal(18, 4) as revenue
        from
            marts.customer_tiers as tiers
            inner join marts.customers as customers on tiers.customer_id = customers.customer_id
        where
            customers.current_orders > 0
            or customers.prior_orders > 0
        group by
            coalesce(tiers.prior_tier, tiers.prior_tier_reason),
            tiers.prior_tier_position,
            coalesce(tiers.tier, tiers.tier_reason),
            tiers.tier_position,
            tiers.movement
    )
select
    prior_tier,
    prior_tier_position,
    tier,
    tier_position,
    movement,
    customers::integer as customers,
    safe_div(
        customers,
        sum(customers) over (
            partition by
                prior_tier
        )
    ) as customers_share,
    prior_revenue,
    revenue,
    (revenue - prior_revenue)::decimal(18, 4) as revenue_change
from
    steps
