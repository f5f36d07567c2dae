-- One row per reason of those lost within the span.
select
    reason,
    is_noted,
    since_date,
    customers,
    signs,
    share,
    value_lost::double as value_lost
from
    marts.lost_by_reason
order by
    is_noted desc,
    value_lost desc,
    reason
