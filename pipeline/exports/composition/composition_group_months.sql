-- One row per group and month: the course of revenue by kind, region and account manager over the last twelve complete months.
with
    last_month as (
        select
            max(month) as month
        from
            marts.revenue_by_month
        where
            is_complete
    )
select
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.month,
    groups.revenue::double as revenue,
    groups.year_before_revenue::double as year_before_revenue
from
    marts.revenue_by_group_and_month as groups
    cross join last_month
where
    groups.is_complete
    and groups.month > last_month.month - to_months(12)
order by
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.month
