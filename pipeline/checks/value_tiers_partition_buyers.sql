-- Bad rows: customers that bought in a window and stand in none or several of its tiers, or stand in one without buying
-- severity: error
-- fix: marts.customer_tiers loses, doubles or invents customers; compare it with marts.customers
with
    expected as (
        select
            customers.customer_id,
            'current' as period
        from
            marts.customers as customers
            cross join run.settings as settings
        where
            customers.current_orders > 0
            and case
                when settings.value_measure = 'margin' then customers.current_margin
                else customers.current_revenue
            end is not null
        union all
        select
            customers.customer_id,
            'prior'
        from
            marts.customers as customers
            cross join run.settings as settings
        where
            customers.prior_orders > 0
            and case
                when settings.value_measure = 'margin' then customers.prior_margin
                else customers.prior_revenue
            end is not null
    ),
    placed as (
        select
            tiers.customer_id,
            'current' as period
        from
            marts.customer_tiers as tiers
            inner join run.value_tiers as known on tiers.tier = known.tier
        union all
        select
            tiers.customer_id,
            'prior'
        from
            marts.customer_tiers as tiers
            inner join run.value_tiers as known on tiers.prior_tier = known.tier
    ),
    counted as (
        select
            customer_id,
            period,
            1 as expected_tiers,
            0 as tiers
        from
            expected
        union all
        select
            customer_id,
            period,
            0,
            1
        from
            placed
    )
select
    customer_id,
    period,
    sum(expected_tiers) as expected_tiers,
    sum(tiers) as tiers
from
    counted
group by
    customer_id,
    period
having
    sum(expected_tiers) <> sum(tiers)
