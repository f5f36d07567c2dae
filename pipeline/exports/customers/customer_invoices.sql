-- One row per open invoice or credit note on the page of a customer: those due first, as many as
-- settings.selection.listed_invoices says.
-- format: shard
select
    customers.customer_key,
    receivables.invoice_id,
    receivables.due_date,
    receivables.open_amount::double as open_amount,
    receivables.state,
    receivables.days_overdue
from
    marts.receivables as receivables
    inner join marts.customers as customers on receivables.customer_id = customers.customer_id
    cross join run.settings as settings
where
    receivables.open_amount <> 0
qualify
    row_number() over (
        partition by
            receivables.customer_id
        order by
            receivables.due_date,
            receivables.invoice_id
    ) <= settings.selection_listed_invoices
order by
    customers.customer_key,
    receivables.due_date,
    receivables.invoice_id
