-- Bad rows: explanations of the change in revenue whose parts do not add up to it
-- severity: error
-- fix: a driver or effect is lost or counted twice; compare the table named with marts.revenue_totals
with
    explanations as (
        select
            'change_by_driver' as explanation,
            sum(change) as change
        from
            marts.change_by_driver
        having
            count(*) > 0
        union all
        select
            'change_by_effect',
            sum(change)
        from
            marts.change_by_effect
        having
            count(*) > 0
        union all
        select
            'revenue_by_group_and_driver: ' || dimension,
            sum(change)
        from
            marts.revenue_by_group_and_driver
        group by
            dimension
    )
select
    explanations.explanation,
    explanations.change,
    totals.change as total_change
from
    explanations
    cross join marts.revenue_totals as totals
where
    explanations.change is distinct from totals.change
