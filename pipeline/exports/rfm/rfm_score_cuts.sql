-- One row per cut between two scores.
select
    cut,
    share,
    recency_quantile_days::double as recency_quantile_days,
    orders_quantile::double as orders_quantile,
    amount_quantile::double as amount_quantile,
    amount_step::double as amount_step,
    recency_bound_days::double as recency_bound_days,
    orders_bound::double as orders_bound,
    amount_bound::double as amount_bound
from
    marts.rfm_cut_points
order by
    cut
