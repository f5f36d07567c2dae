-- One row per dimension, the most telling first: its largest group, and those that moved most.
select
    dimension,
    title,
    position,
    level,
    groups,
    known_share,
    known_revenue_share,
    is_sparse,
    largest_group,
    largest_revenue_share,
    largest_customer_share,
    largest_known_revenue_share,
    largest_known_customer_share,
    largest_share_change,
    riser,
    riser_change::double as riser_change,
    riser_change_rate,
    faller,
    faller_change::double as faller_change,
    faller_change_rate,
    mover,
    mover_share,
    mover_prior_share,
    telling_rank
from
    marts.group_dimensions
order by
    telling_rank,
    dimension
