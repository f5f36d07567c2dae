-- One row per invoice, at the invoice date's rate. What was paid after the as-of date is not paid yet.
-- key: invoice_id
-- columns:
--   invoice_id    Invoice
--   customer_id   Customer billed, merged duplicates as one
--   order_id      Order billed
--   invoice_date  Date of the invoice
--   due_date      Date payment is due
--   paid_date     Date of the last payment up to the as-of date
--   amount        Amount billed; negative for a credit note [reporting currency]
--   paid_amount   Paid up to the as-of date [reporting currency]
--   open_amount   Still owed; negative for credit not used [reporting currency]
with
    converted as (
        select
            invoices.invoice_id,
            ids.customer_id,
            invoices.order_id,
            invoices.invoice_date,
            invoices.due_date,
            case
                when invoices.paid_date <= settings.as_of_date then invoices.paid_date
            end as paid_date,
            (invoices.amount * rates.rate)::decimal(18, 4) as amount,
            case
                when invoices.paid_date > settings.as_of_date then 0
                -- A payment date without an amount means that all was paid.
                when invoices.paid_date is not null then (coalesce(invoices.paid_amount, invoices.amount) * rates.rate)::decimal(18, 4)
                else coalesce((invoices.paid_amount * rates.rate)::decimal(18, 4), 0)
            end::decimal(18, 4) as paid_amount
        from
            raw.invoices as invoices
            inner join staging.stg_customer_ids as ids on invoices.customer_id = ids.source_customer_id
            cross join run.settings as settings
            left join staging.stg_exchange_rates as rates on coalesce(invoices.currency, settings.reporting_currency) = rates.currency
            and invoices.invoice_date >= rates.valid_from
            and invoices.invoice_date < rates.valid_until
        where
            invoices.invoice_date <= settings.as_of_date
    )
select
    invoice_id,
    customer_id,
    order_id,
    invoice_date,
    due_date,
    paid_date,
    amount,
    paid_amount,
    (amount - paid_amount)::decimal(18, 4) as open_amount
from
    converted
