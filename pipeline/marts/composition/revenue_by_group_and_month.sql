-- One row per group and month, for the attributes that no order of the customer changes: kind, region and account manager.
-- Groups are those that pages can be narrowed by, see cells; a month without orders has 0. Months are compared only where
-- both are complete, as in revenue_by_month, to which the groups of a dimension add up.
-- key: dimension, group_name, group_kind, month
-- columns:
--   dimension                 kind, region or owner
--   group_name                Value of the group; other or unknown where the kind says so
--   group_kind                value: of one value; folded: those beyond selection.max_values together; missing: without a value
--   month                     First day of the month
--   is_complete               Whether all of its days lie within history, see revenue_by_month
--   revenue                   Revenue [reporting currency]
--   year_before_revenue       Revenue of the same month a year before; NULL unless both are complete [reporting currency]
with
    members as (
        select
            cell,
            'kind' as dimension,
            kind as group_name,
            'value' as group_kind
        from
            marts.cells
        union all
        select
            cell,
            'region',
            case region_kind
                when 'value' then region
                when 'folded' then 'other'
                else 'unknown'
            end,
            region_kind
        from
            marts.cells
        union all
        select
            cell,
            'owner',
            case owner_kind
                when 'value' then owner
                when 'folded' then 'other'
                else 'unknown'
            end,
            owner_kind
        from
            marts.cells
    ),
    by_month as (
        select
            members.dimension,
            members.group_name,
            members.group_kind,
            cell_months.month,
            sum(cell_months.revenue) as revenue
        from
            marts.cell_months as cell_months
            inner join members on cell_months.cell = members.cell
        group by
            members.dimension,
            members.group_name,
            members.group_kind,
            cell_months.month
    ),
    -- A dimension without any value divides nothing.
    groups as (
        select distinct
            members.dimension,
            members.group_name,
            members.group_kind
        from
            members
            inner join members as named on members.dimension = named.dimension
        where
            named.group_kind = 'value'
    ),
    filled as (
        select
            groups.dimension,
            groups.group_name,
            groups.group_kind,
            months.month,
            months.is_complete,
            coalesce(by_month.revenue, 0)::decimal(18, 4) as revenue
        from
            groups
            cross join marts.revenue_by_month as months
            left join by_month on groups.dimension = by_month.dimension
            and groups.group_name = by_month.group_name
            and groups.group_kind = by_month.group_kind
            and months.month = by_month.month
    )
select
    dimension,
    group_name,
    group_kind,
    month,
    is_complete,
    revenue,
    case
        when is_complete
        and lag (is_complete, 12, false) over months then lag (revenue, 12) over months
    end as year_before_revenue
from
    filled
window
    months as (
        partition by
            dimension,
            group_name,
            group_kind
        order by
            month
    )
