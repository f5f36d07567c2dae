-- One row per dimension: its largest group, and those that rose and fell most.
select
    dimension,
    title,
    position,
    level,
    groups,
    known_share,
    largest_group,
    largest_revenue_share,
    largest_customer_share,
    largest_share_change,
    riser,
    riser_change::double as riser_change,
    riser_change_rate,
    faller,
    faller_change::double as faller_change,
    faller_change_rate
from marts.group_dimensions
order by position, dimension
