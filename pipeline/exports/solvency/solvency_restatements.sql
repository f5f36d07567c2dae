-- One row per line that a restatement changed, of the statements restated last: as many as settings.solvency.list_customers says.
-- columns:
--   place  Place of the statement among those restated, the latest first
with
    placed as (
        select
            restatements.*,
            dense_rank () over (
                order by
                    restatements.last_published desc,
                    restatements.period_end desc,
                    restatements.customer_id
            )::integer as place
        from
            marts.restatements as restatements
    )
select
    placed.place,
    customers.label,
    customers.customer_key,
    placed.period_end,
    placed.first_published,
    placed.last_published,
    placed.currency,
    placed.line,
    placed.first_amount::double as first_amount,
    placed.last_amount::double as last_amount,
    placed.change_rate
from
    placed
    inner join marts.customers as customers on placed.customer_id = customers.customer_id
    cross join run.settings as settings
where
    placed.place <= settings.solvency_list_customers
order by
    placed.place,
    placed.line
