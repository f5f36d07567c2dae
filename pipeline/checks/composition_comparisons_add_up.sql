-- Bad rows: comparisons of two periods whose drivers or effects do not add up to the change in revenue
-- severity: error
-- fix: a driver or effect is lost or counted twice; compare marts.driver_changes and marts.effect_changes with the orders of the two periods
with
    totals as (
        select
            comparisons.comparison,
            coalesce(
                sum(
                    case
                        when orders.order_date >= comparisons.start_date then orders.revenue
                        else - orders.revenue
                    end
                ),
                0
            ) as change
        from
            marts.comparisons as comparisons
            left join marts.orders as orders on orders.order_date between comparisons.start_date and comparisons.end_date
            or orders.order_date between comparisons.prior_start_date and comparisons.prior_end_date
        group by
            comparisons.comparison
    ),
    explanations as (
        select
            comparison,
            'drivers' as explanation,
            sum(change) as change
        from
            marts.driver_changes
        group by
            comparison
        union all
        select
            comparison,
            'effects',
            sum(change)
        from
            marts.effect_changes
        group by
            comparison
    )
select
    totals.comparison,
    explanations.explanation,
    explanations.change,
    totals.change as total_change
from
    totals
    inner join explanations on totals.comparison = explanations.comparison
where
    explanations.change <> totals.change
