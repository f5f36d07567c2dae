-- One row per way from a state to another between the two ends of the span.
select
    from_position,
    from_state,
    to_position,
    to_state,
    direction,
    customers,
    share,
    share_low,
    share_high,
    revenue::double as revenue
from
    marts.state_moves
order by
    from_position nulls last,
    to_position
