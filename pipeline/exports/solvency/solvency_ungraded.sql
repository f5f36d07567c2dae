-- One row per client of the list of those to ask for a statement: not graded, with the most at stake; as many as
-- settings.solvency.list_customers says. Where nobody's exposure is known, those whose statement cannot be used come first.
-- columns:
--   place  Place in the list, from 1, by exposure, then by whether there is a statement at all
with
    ungraded as (
        select
            solvency.*,
            row_number() over (
                order by
                    solvency.exposure desc nulls last,
                    solvency.statement = 'none',
                    solvency.period_end desc nulls last,
                    solvency.customer_id
            )::integer as place
        from
            marts.client_solvency as solvency
        where
            solvency.score is null
            and coalesce(solvency.exposure, 1) > 0
    )
select
    ungraded.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.industry,
    customers.owner,
    ungraded.statement,
    ungraded.period_end,
    ungraded.reasons,
    ungraded.exposure::double as exposure,
    ungraded.overdue_amount::double as overdue_amount
from
    ungraded
    inner join marts.customers as customers on ungraded.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on ungraded.customer_id = cells.customer_id
    cross join run.settings as settings
where
    ungraded.place <= settings.solvency_list_customers
order by
    ungraded.place
