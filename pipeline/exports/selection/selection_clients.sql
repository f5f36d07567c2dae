-- One row per grade and cell of the clients that we give credit to.
-- format: arrow
select
    grade,
    cell,
    clients,
    clients_with_statement,
    clients_graded,
    clients_stale,
    clients_unbalanced,
    clients_improved,
    clients_worsened,
    watched_clients,
    clients_ordering_on,
    exposure::double as exposure,
    at_risk::double as at_risk,
    watched_exposure::double as watched_exposure,
    watched_at_risk::double as watched_at_risk,
    owed_amount::double as owed_amount,
    open_amount::double as open_amount,
    overdue_amount::double as overdue_amount,
    billed::double as billed,
    open_before::double as open_before,
    clients_before,
    exposure_before::double as exposure_before
from
    marts.cell_clients
order by
    grade,
    cell
