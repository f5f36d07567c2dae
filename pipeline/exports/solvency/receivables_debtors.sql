-- One row per customer of the list of those to chase first, by amount x days overdue: as many as
-- settings.solvency.list_customers says.
select
    receivables.debtor_rank,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.country,
    customers.owner,
    receivables.open_invoices,
    receivables.owed_amount::double as owed_amount,
    receivables.credit_amount::double as credit_amount,
    receivables.open_amount::double as open_amount,
    receivables.overdue_amount::double as overdue_amount,
    receivables.overdue_share,
    receivables.oldest_days_overdue,
    receivables.overdue_days,
    receivables.dso_days,
    receivables.dso_reason,
    receivables.credit_limit::double as credit_limit,
    receivables.limit_use,
    receivables.limit_reason,
    receivables.due_invoices,
    receivables.due_days_late
from
    marts.receivables_by_customer as receivables
    inner join marts.customers as customers on receivables.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on receivables.customer_id = cells.customer_id
    cross join run.settings as settings
where
    receivables.debtor_rank <= settings.solvency_list_customers
order by
    receivables.debtor_rank
