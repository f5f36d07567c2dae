-- One row per invoice of the list of overdue ones to chase first: as many as settings.solvency.list_invoices says.
-- columns:
--   place  Place in the list, from 1, by what is open x days overdue: the credit that the customer has taken by itself
with
    overdue as (
        select
            receivables.*,
            row_number() over (
                order by
                    receivables.open_amount * receivables.days_overdue desc,
                    receivables.open_amount desc,
                    receivables.invoice_id
            )::integer as place
        from
            marts.receivables as receivables
        where
            receivables.days_overdue > 0
    )
select
    overdue.place,
    overdue.invoice_id,
    customers.label,
    customers.customer_key,
    customers.owner,
    overdue.invoice_date,
    overdue.due_date,
    overdue.amount::double as amount,
    overdue.paid_amount::double as paid_amount,
    overdue.open_amount::double as open_amount,
    overdue.days_overdue,
    overdue.bucket
from
    overdue
    inner join marts.customers as customers on overdue.customer_id = customers.customer_id
    cross join run.settings as settings
where
    overdue.place <= settings.solvency_list_invoices
order by
    overdue.place
