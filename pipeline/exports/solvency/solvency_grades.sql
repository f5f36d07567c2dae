-- One row per grade, from the best; the last is for clients that cannot be graded.
-- columns:
--   weakness  Share of what the client owes that counts as at risk [0 to 1]
select
    totals.grade,
    totals.position,
    totals.is_watched,
    grades.weakness::double as weakness,
    clients,
    client_share,
    exposure::double as exposure,
    exposure_share,
    at_risk::double as at_risk,
    overdue_amount::double as overdue_amount,
    clients_before,
    exposure_before::double as exposure_before,
    totals.terms,
    totals.limit_advice,
    totals.prepayment
from
    marts.clients_by_grade as totals
    inner join run.solvency_grades as grades on totals.grade = grades.grade
order by
    totals.position
