-- One row per ageing bucket of all that is open.
select
    position,
    bucket,
    customers,
    invoices,
    open_amount::double as open_amount,
    owed_share
from
    marts.ageing_by_bucket
order by
    position
