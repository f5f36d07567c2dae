-- One row per condition that a project's orders have to meet before anything is predicted, in order.
select
    position,
    gate,
    value,
    required,
    is_met,
    reason
from
    marts.prediction_gates
order by
    position
