-- One row per customer of the list of those whose late payment costs most: as many as settings.solvency.list_customers
-- says. Only invoices settled in the window count; what is still overdue is in the list of debtors.
-- columns:
--   place  Place in the list, from 1, by what their lateness had us lend them, then by days late
with
    late as (
        select
            receivables.*,
            row_number() over (
                order by
                    receivables.late_credit desc,
                    receivables.days_late desc,
                    receivables.customer_id
            )::integer as place
        from
            marts.receivables_by_customer as receivables
        where
            receivables.late_credit > 0
    )
select
    late.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.owner,
    late.settled_invoices,
    late.due_invoices,
    late.due_days_late,
    late.late_amount::double as late_amount,
    late.late_credit::double as late_credit,
    late.overdue_amount::double as overdue_amount
from
    late
    inner join marts.customers as customers on late.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on late.customer_id = cells.customer_id
    cross join run.settings as settings
where
    late.place <= settings.solvency_list_customers
order by
    late.place
