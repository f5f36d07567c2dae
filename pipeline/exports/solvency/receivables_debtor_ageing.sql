-- One row per ageing bucket of each customer of the list of those to chase first.
-- columns:
--   open_amount  Open in the bucket; negative for credit [reporting currency]
select
    receivables.debtor_rank,
    customers.label,
    customers.customer_key,
    ageing.position,
    ageing.bucket,
    ageing.invoices,
    ageing.open_amount::double as open_amount
from
    marts.ageing_by_customer as ageing
    inner join marts.receivables_by_customer as receivables on ageing.customer_id = receivables.customer_id
    inner join marts.customers as customers on ageing.customer_id = customers.customer_id
    cross join run.settings as settings
where
    receivables.debtor_rank <= settings.solvency_list_customers
order by
    receivables.debtor_rank,
    ageing.position
