-- One row per scheme of RFM, group and cell.
-- format: arrow
select
    scheme,
    name,
    cell,
    customers,
    orders,
    revenue::double as revenue,
    recency_days::double as recency_days,
    amount::double as amount
from
    marts.cell_rfm
order by
    scheme,
    name,
    cell
