-- One row per customer and ageing bucket in which something is open; credit not used is a bucket of its own.
-- key: customer_id, bucket
-- columns:
--   customer_id  Customer
--   bucket       Ageing bucket, by solvency.ageing; credit
--   position     Place of the bucket, from 1; 0 for credit
--   invoices     Invoices in it [invoices]
--   open_amount  Open on them; negative for credit [reporting currency]
select
    customer_id,
    bucket,
    min(bucket_position)::integer as position,
    count(*)::integer as invoices,
    sum(open_amount)::decimal(18, 4) as open_amount
from
    marts.receivables
where
    bucket is not null
group by
    customer_id,
    bucket
