-- One row per ageing bucket of all that is open, the empty ones too; credit not used is a bucket of its own.
-- key: bucket
-- columns:
--   bucket       Ageing bucket, by solvency.ageing; credit
--   position     Place of the bucket, from 1; 0 for credit
--   customers    Customers in it [customers]
--   invoices     Invoices in it [invoices]
--   open_amount  Open on them; negative for credit [reporting currency]
--   owed_share   Share of all that is owed; NULL for credit [0 to 1]
with
    buckets as (
        select
            position,
            bucket
        from
            run.solvency_ageing
        union all
        select
            0,
            'credit'
    ),
    totals as (
        select
            buckets.position,
            buckets.bucket,
            count(ageing.customer_id) as customers,
            coalesce(sum(ageing.invoices), 0) as invoices,
            coalesce(sum(ageing.open_amount), 0) as open_amount
        from
            buckets
            left join marts.ageing_by_customer as ageing on buckets.bucket = ageing.bucket
        group by
            buckets.position,
            buckets.bucket
            -- Without invoices there is nothing to be empty.
        having
            exists (
                select
                    1
                from
                    marts.receivables
            )
    )
select
    bucket,
    position::integer as position,
    customers::integer as customers,
    invoices::integer as invoices,
    open_amount::decimal(18, 4) as open_amount,
    case
        when position > 0 then safe_div(
            open_amount,
            sum(
                case
                    when position > 0 then open_amount
                    else 0
                end
            ) over ()
        )
    end as owed_share
from
    totals
