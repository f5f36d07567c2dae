-- One row per dimension of customers, group and driver: which groups moved revenue, and how. Of personal dimensions there is none: what
-- moved a group is often a single customer, whose age or income that would tell.
-- format: arrow
select
    moves.dimension,
    moves.group_name,
    moves.group_kind,
    moves.driver,
    moves.customers,
    moves.revenue::double as revenue,
    moves.prior_revenue::double as prior_revenue,
    moves.change::double as change
from
    marts.revenue_by_group_and_driver as moves
    inner join marts.dimensions as dimensions on moves.dimension = dimensions.dimension
where
    moves.driver <> 'none'
    and not dimensions.is_personal
order by
    moves.dimension,
    moves.group_name,
    moves.group_kind,
    moves.driver
