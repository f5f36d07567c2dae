-- One row per ageing bucket and cell with something open in it; credit not used is a bucket of its own. All figures add
-- up, see ageing_by_bucket.
-- key: bucket, cell
-- columns:
--   bucket       Ageing bucket, by solvency.ageing; credit
--   position     Place of the bucket, from 1; 0 for credit
--   cell         Cell of the customers, see cells
--   customers    Customers in it [customers]
--   invoices     Invoices in it [invoices]
--   open_amount  Open on them; negative for credit [reporting currency]
select
    ageing.bucket,
    ageing.position,
    cells.cell,
    count(*)::integer as customers,
    sum(ageing.invoices)::integer as invoices,
    sum(ageing.open_amount)::decimal(18, 4) as open_amount
from
    marts.ageing_by_customer as ageing
    inner join marts.customer_cells as cells on ageing.customer_id = cells.customer_id
group by
    ageing.bucket,
    ageing.position,
    cells.cell
