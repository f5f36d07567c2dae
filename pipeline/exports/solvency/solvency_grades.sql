-- One row per grade, from the best; the last is for clients that cannot be graded.
select
    grade,
    position,
    is_watched,
    clients,
    client_share,
    exposure::double as exposure,
    exposure_share,
    at_risk::double as at_risk,
    overdue_amount::double as overdue_amount,
    prior_clients,
    exposure_before::double as exposure_before,
    terms,
    limit_advice,
    prepayment
from marts.clients_by_grade
order by position
