-- One row per client that we give credit to: what other credit grades are tried on, the largest exposure first.
-- format: arrow
-- columns:
--   current_revenue  Revenue in the current window; NULL without orders in it [reporting currency]
select
    customers.customer_key,
    customers.label,
    cells.cell,
    bases.grade_position,
    bases.score,
    bases.cap_position,
    bases.least_weakness,
    bases.exposure::double as exposure,
    bases.at_risk::double as at_risk,
    customers.current_revenue::double as current_revenue
from
    marts.client_grade_bases as bases
    inner join marts.customers as customers on bases.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on bases.customer_id = cells.customer_id
order by
    bases.exposure desc nulls last,
    customers.customer_key
