-- One row per invoice or credit note up to the as-of date, of customers that count.
-- Three amounts are kept apart everywhere: what is owed on invoices, credit not used yet (credit notes, overpayments;
-- negative), and their sum, what is open. Credit is never taken off an overdue invoice, for nobody has said which one it
-- is meant for. Only the last payment of an invoice is known, so all that was paid counts from that day; from the
-- invoice date where no day is given. The date before is the last month end that lies a window before the as-of date.
-- key: invoice_id
-- columns:
--   invoice_id       Invoice
--   customer_id      Customer billed
--   invoice_date     Date of the invoice
--   due_date         Date payment is due
--   paid_on          Day from which what was paid counts; NULL where nothing was
--   amount           Amount billed; negative for a credit note [reporting currency]
--   paid_amount      Paid up to the as-of date [reporting currency]
--   open_amount      Still open; negative for credit not used [reporting currency]
--   state            owed, credit (not used yet) or settled
--   days_overdue     Days from the due date to the as-of date, of what is owed; 0 or less where it is not due yet [days]
--   bucket           Ageing bucket of what is owed, by solvency.ageing; credit
--   bucket_position  Place of the bucket, from 1; 0 for credit
--   days_late        Days from the due date to payment of a settled invoice; negative for early [days]
--   open_before      Open at the date before; NULL where no invoices reach back that far [reporting currency]
-- checks:
--   all that is open lies in a bucket: coalesce((bucket is not null) = (open_amount <> 0), true)
with
    buckets as (
        select
            position,
            bucket,
            coalesce(
                lag (up_to_days) over (
                    order by
                        position
                ),
                -1000000
            ) as after_days,
            coalesce(up_to_days, 1000000) as up_to_days
        from
            run.solvency_ageing
    ),
    invoices as (
        select
            invoices.*,
            case
                when invoices.paid_amount <> 0 then greatest(coalesce(invoices.paid_date, invoices.invoice_date), invoices.invoice_date)
            end as paid_on,
            case
                when invoices.open_amount > 0 then 'owed'
                when invoices.open_amount < 0 then 'credit'
                when invoices.open_amount = 0 then 'settled'
            end as state,
            (settings.as_of_date - invoices.due_date)::integer as days_overdue,
            last_day((settings.as_of_date - settings.analysis_window_days + 1 - to_months(1))::date) as date_before,
            min(invoices.invoice_date) over () as first_date
        from
            staging.stg_invoices as invoices
            inner join marts.customers as customers on invoices.customer_id = customers.customer_id
            cross join run.settings as settings
    )
select
    invoices.invoice_id,
    invoices.customer_id,
    invoices.invoice_date,
    invoices.due_date,
    invoices.paid_on,
    invoices.amount,
    invoices.paid_amount,
    invoices.open_amount,
    invoices.state,
    case
        when invoices.state = 'owed' then invoices.days_overdue
    end as days_overdue,
    case invoices.state
        when 'owed' then buckets.bucket
        when 'credit' then 'credit'
    end as bucket,
    case invoices.state
        when 'owed' then buckets.position
        when 'credit' then 0
    end::integer as bucket_position,
    case
        when invoices.state = 'settled'
        and invoices.amount > 0 then (invoices.paid_date - invoices.due_date)::integer
    end as days_late,
    case
        when invoices.date_before < invoices.first_date then null
        when invoices.invoice_date > invoices.date_before then 0
        when invoices.paid_on <= invoices.date_before then invoices.open_amount
        else invoices.amount
    end::decimal(18, 4) as open_before
from
    invoices
    left join buckets on invoices.state = 'owed'
    and invoices.days_overdue > buckets.after_days
    and invoices.days_overdue <= buckets.up_to_days
