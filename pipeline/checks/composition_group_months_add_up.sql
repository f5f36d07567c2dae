-- Bad rows: months whose groups do not add up to marts.revenue_by_month
-- severity: error
-- fix: marts.revenue_by_group_and_month leaves out a group or counts one twice; compare it with marts.cells and marts.cell_months
with
    sums as (
        select
            dimension,
            month,
            sum(revenue) as revenue
        from
            marts.revenue_by_group_and_month
        group by
            dimension,
            month
    )
select
    sums.dimension,
    months.month,
    sums.revenue,
    months.revenue as all_revenue
from
    sums
    inner join marts.revenue_by_month as months on sums.month = months.month
where
    sums.revenue <> months.revenue
