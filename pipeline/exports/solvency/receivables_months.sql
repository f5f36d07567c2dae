-- One row per month: what was billed, open and overdue, and how long payment took.
select
    month_end,
    billed::double as billed,
    owed_amount::double as owed_amount,
    credit_amount::double as credit_amount,
    open_amount::double as open_amount,
    overdue_amount::double as overdue_amount,
    overdue_share,
    dso_days,
    settled_invoices,
    days_late
from
    marts.receivables_by_month
order by
    month_end
