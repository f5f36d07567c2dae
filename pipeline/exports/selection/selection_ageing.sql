-- One row per ageing bucket and cell.
-- format: arrow
select
    bucket,
    position,
    cell,
    customers,
    invoices,
    open_amount::double as open_amount
from
    marts.cell_ageing
order by
    position,
    bucket,
    cell
