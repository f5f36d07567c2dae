-- One row per dimension: what its groups say first. Only groups of one value are looked at, not what is missing or folded;
-- equal ones go by name. No group of a dimension whose groups always move, see dimensions, is named for it.
-- key: dimension
-- columns:
--   dimension              What is divided
--   title                  Name of the dimension
--   position               Order of the dimensions on a page
--   level                  customer, order or line, see revenue_by_group
--   groups                 Groups of one value shown [groups]
--   known_share            Customers with a value by all customers; for orders and lines, the same of revenue
--   known_revenue_share    Revenue of the groups with values by all revenue; NULL where that is not positive, or would tell what is withheld
--   is_sparse              Whether the revenue of groups with values is less than composition.sparse_share of all
--   largest_group          Group with the most revenue; by customers where nobody ordered
--   largest_revenue_share  Its share of revenue
--   largest_customer_share Its share of customers
--   largest_known_revenue_share   Its share of the revenue of the groups with values
--   largest_known_customer_share  Its share of the customers that have a value
--   largest_share_change   Its share of revenue less that of the window before
--   riser                  Group whose revenue rose most; NULL where none did or the window before is not recorded in full
--   riser_change           By how much [reporting currency]
--   riser_change_rate      Its rate of change
--   faller                 Group whose revenue fell most; NULL where none did or the window before is not recorded in full
--   faller_change          By how much [reporting currency]
--   faller_change_rate     Its rate of change
--   mover                  Group whose share of revenue changed most, either way; NULL where none did or there is nothing to compare with
--   mover_share            Its share of revenue
--   mover_prior_share      Its share of revenue in the window before
--   telling_rank           Rank by how much the dimension tells, from 1: by the change of its mover's share; where there is none, by
--                          the widest gap between a group's share of customers and of revenue. Years and tiers come after
--                          the others, and dimensions of one group last
with
    ranked as (
        select
            groups.*,
            groups.group_kind = 'value' as is_named,
            dimensions.is_moving,
            row_number() over (
                partition by
                    groups.dimension
                order by
                    groups.group_kind = 'value' desc,
                    coalesce(groups.revenue, 0) desc,
                    coalesce(groups.customers, 0) desc,
                    groups.group_name
            ) as size_rank,
            row_number() over (
                partition by
                    groups.dimension
                order by
                    groups.group_kind = 'value' desc,
                    groups.change desc nulls last,
                    groups.group_name
            ) as rise_rank,
            row_number() over (
                partition by
                    groups.dimension
                order by
                    groups.group_kind = 'value' desc,
                    groups.change asc nulls last,
                    groups.group_name
            ) as fall_rank,
            row_number() over (
                partition by
                    groups.dimension
                order by
                    groups.group_kind = 'value' desc,
                    abs(groups.revenue_share_change) desc nulls last,
                    groups.group_name
            ) as move_rank
        from
            marts.revenue_by_group as groups
            inner join marts.dimensions as dimensions on groups.dimension = dimensions.dimension
        where
            groups.group_kind <> 'internal'
    ),
    summed as (
        select
            dimension,
            count(
                case
                    when is_named then 1
                end
            ) as groups,
            sum(customers) as customers,
            sum(
                case
                    when group_kind = 'missing' then customers
                    else 0
                end
            ) as unknown_customers,
            sum(revenue) as revenue,
            sum(
                case
                    when group_kind = 'missing' then revenue
                    else 0
                end
            ) as unknown_revenue,
            case
                when not bool_or(
                    group_kind = 'missing'
                    and is_withheld
                ) then sum(
                    case
                        when group_kind in ('value', 'folded', 'withheld') then revenue
                    end
                )
            end as known_revenue,
            max(
                case
                    when is_named then abs(revenue_share - customer_share)
                end
            ) as widest_gap
        from
            ranked
        group by
            dimension
    )
select
    largest.dimension,
    largest.title,
    largest.dimension_position as position,
    largest.level,
    summed.groups::integer as groups,
    case
        when largest.level = 'customer' then safe_div(summed.customers - summed.unknown_customers, summed.customers)
        else safe_div(summed.revenue - summed.unknown_revenue, summed.revenue)
    end as known_share,
    case
        when summed.revenue > 0 then safe_div(summed.known_revenue, summed.revenue)
    end as known_revenue_share,
    coalesce(
        summed.revenue > 0
        and summed.known_revenue < settings.composition_sparse_share * summed.revenue,
        false
    ) as is_sparse,
    largest.group_name as largest_group,
    largest.revenue_share as largest_revenue_share,
    largest.customer_share as largest_customer_share,
    largest.known_revenue_share as largest_known_revenue_share,
    largest.known_customer_share as largest_known_customer_share,
    largest.revenue_share_change as largest_share_change,
    risers.group_name as riser,
    risers.change as riser_change,
    risers.change_rate as riser_change_rate,
    fallers.group_name as faller,
    fallers.change as faller_change,
    fallers.change_rate as faller_change_rate,
    movers.group_name as mover,
    movers.revenue_share as mover_share,
    movers.prior_revenue_share as mover_prior_share,
    row_number() over (
        order by
            summed.groups < 2,
            largest.is_moving,
            abs(movers.revenue_share_change) desc nulls last,
            summed.widest_gap desc nulls last,
            largest.dimension_position,
            largest.dimension
    )::integer as telling_rank
from
    ranked as largest
    inner join summed on largest.dimension = summed.dimension
    cross join marts.revenue_totals as totals
    cross join run.settings as settings
    left join ranked as risers on largest.dimension = risers.dimension
    and risers.rise_rank = 1
    and risers.is_named
    and not largest.is_moving
    and risers.change > 0
    and totals.is_prior_complete
    left join ranked as fallers on largest.dimension = fallers.dimension
    and fallers.fall_rank = 1
    and fallers.is_named
    and not largest.is_moving
    and fallers.change < 0
    and totals.is_prior_complete
    left join ranked as movers on largest.dimension = movers.dimension
    and movers.move_rank = 1
    and movers.is_named
    and not largest.is_moving
    and movers.revenue_share_change <> 0
where
    largest.size_rank = 1
    and largest.is_named
