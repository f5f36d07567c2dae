-- One row per client of the list of those graded worse than in the period before: as many as
-- settings.solvency.list_customers says.
-- columns:
--   place  Place in the list, from 1, by what is at risk, then by grades lost, then by score
with
    worsened as (
        select
            solvency.*,
            row_number() over (
                order by
                    solvency.at_risk desc nulls last,
                    solvency.grade_change,
                    solvency.score,
                    solvency.customer_id
            )::integer as place
        from
            marts.client_solvency as solvency
        where
            solvency.grade_change < 0
    )
select
    worsened.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.industry,
    customers.owner,
    worsened.prior_grade,
    worsened.grade,
    worsened.grade_change,
    worsened.exposure::double as exposure,
    worsened.at_risk::double as at_risk,
    worsened.reasons
from
    worsened
    inner join marts.customers as customers on worsened.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on worsened.customer_id = cells.customer_id
    cross join run.settings as settings
where
    worsened.place <= settings.solvency_list_customers
order by
    worsened.place
