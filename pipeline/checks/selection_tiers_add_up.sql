-- Bad rows: tiers, steps between tiers and profit classes whose cells do not add up to their marts
-- severity: error
-- fix: marts.cell_tiers counts a customer otherwise than the mart named; compare the two
with
    by_cell as (
        select
            'value_by_tier' as mart,
            tier as name,
            sum(customers) as customers,
            sum(revenue) as revenue,
            case
                when count(
                    case
                        when profit_class = 'margin not known' then 1
                    end
                ) = 0 then sum(profit)
            end as profit
        from
            marts.cell_tiers
        where
            tier in (
                select
                    tier
                from
                    run.value_tiers
            )
        group by
            tier
        union all
        select
            'value_by_tier before',
            prior_tier,
            sum(customers),
            sum(prior_revenue),
            null
        from
            marts.cell_tiers
        where
            prior_tier in (
                select
                    tier
                from
                    run.value_tiers
            )
        group by
            prior_tier
        union all
        select
            'tier_migrations',
            prior_tier || ' to ' || tier,
            sum(customers),
            sum(revenue) - sum(prior_revenue),
            null
        from
            marts.cell_tiers
        where
            tier not in ('no purchase', 'never bought')
            or prior_tier not in ('no purchase', 'not yet a customer')
        group by
            prior_tier,
            tier
        union all
        select
            'profit_by_class',
            profit_class,
            sum(customers),
            sum(revenue),
            case
                when profit_class <> 'margin not known' then sum(profit)
            end
        from
            marts.cell_tiers
        where
            profit_class <> 'no purchase and no cost'
        group by
            profit_class
    ),
    by_mart as (
        select
            'value_by_tier' as mart,
            tier as name,
            customers,
            revenue,
            profit
        from
            marts.value_by_tier
        where
            customers > 0
        union all
        select
            'value_by_tier before',
            tier,
            prior_customers,
            prior_revenue,
            null
        from
            marts.value_by_tier
        where
            prior_customers > 0
        union all
        select
            'tier_migrations',
            prior_tier || ' to ' || tier,
            customers,
            revenue_change,
            null
        from
            marts.tier_migrations
        union all
        select
            'profit_by_class',
            case profit_class
                when 'not classified' then 'margin not known'
                else profit_class
            end,
            customers,
            revenue,
            profit
        from
            marts.profit_by_class
    )
select
    coalesce(by_cell.mart, by_mart.mart) as mart,
    coalesce(by_cell.name, by_mart.name) as name,
    by_cell.customers,
    by_mart.customers as all_customers,
    by_cell.revenue,
    by_mart.revenue as all_revenue,
    by_cell.profit,
    by_mart.profit as all_profit
from
    by_cell
    full join by_mart on by_cell.mart = by_mart.mart
    and by_cell.name = by_mart.name
where
    by_cell.customers is distinct from by_mart.customers
    or by_cell.revenue is distinct from by_mart.revenue
    or by_cell.profit is distinct from by_mart.profit
