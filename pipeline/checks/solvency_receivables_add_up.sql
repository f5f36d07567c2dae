-- Bad rows: totals of receivables that differ from the sum over all invoices
-- severity: error
-- fix: a mart loses or doubles invoices, or has its own idea of overdue; compare the named one with marts.receivables
with
    invoices as (
        select
            coalesce(sum(open_amount), 0) as open_amount,
            coalesce(sum(greatest(open_amount, 0)), 0) as owed_amount,
            coalesce(
                sum(
                    case
                        when days_overdue > 0 then open_amount
                    end
                ),
                0
            ) as overdue_amount
        from
            marts.receivables
    ),
    totals as (
        select
            'receivables_by_customer' as mart,
            coalesce(sum(open_amount), 0) as open_amount,
            coalesce(sum(owed_amount), 0) as owed_amount,
            coalesce(sum(overdue_amount), 0) as overdue_amount
        from
            marts.receivables_by_customer
        union all
        select
            'ageing_by_bucket',
            coalesce(sum(open_amount), 0),
            coalesce(
                sum(
                    case
                        when position > 0 then open_amount
                    end
                ),
                0
            ),
            null
        from
            marts.ageing_by_bucket
        union all
        select
            'receivables_by_month',
            coalesce(sum(open_amount), 0),
            coalesce(sum(owed_amount), 0),
            coalesce(sum(overdue_amount), 0)
        from
            marts.receivables_by_month
        where
            month_end = (
                select
                    max(month_end)
                from
                    marts.receivables_by_month
            )
    )
select
    totals.mart,
    totals.open_amount,
    invoices.open_amount as open_by_invoice,
    totals.owed_amount,
    invoices.owed_amount as owed_by_invoice,
    totals.overdue_amount,
    invoices.overdue_amount as overdue_by_invoice
from
    totals
    cross join invoices
where
    totals.open_amount <> invoices.open_amount
    or totals.owed_amount <> invoices.owed_amount
    or totals.overdue_amount <> invoices.overdue_amount
