-- Bad rows: windows in which the revenue of all tiers and of the customers without a tier is not that of all customers
-- severity: error
-- fix: marts.value_by_tier loses or doubles customers; compare it with marts.customer_tiers and marts.customers
with
    tiers as (
        select
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            marts.value_by_tier
    ),
    others as (
        select
            sum(
                case
                    when tiers.tier is null then customers.current_revenue
                end
            ) as revenue,
            sum(
                case
                    when tiers.prior_tier is null then customers.prior_revenue
                end
            ) as prior_revenue
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    ),
    everyone as (
        select
            sum(current_revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            marts.customers
    ),
    compared as (
        select
            'current' as period,
            coalesce(tiers.revenue, 0) + coalesce(others.revenue, 0) as revenue_by_tier,
            coalesce(everyone.revenue, 0) as revenue
        from
            tiers
            cross join others
            cross join everyone
        union all
        select
            'prior',
            coalesce(tiers.prior_revenue, 0) + coalesce(others.prior_revenue, 0),
            coalesce(everyone.prior_revenue, 0)
        from
            tiers
            cross join others
            cross join everyone
    )
select
    period,
    revenue_by_tier,
    revenue
from
    compared
where
    (revenue_by_tier = revenue) is not true
