-- One row per client at the head of the watch list: as many as settings.solvency.list_customers says.
select
    solvency.watch_rank,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.industry,
    customers.country,
    customers.owner,
    solvency.watch_reason,
    solvency.listed_risk_share,
    solvency.exposure::double as exposure,
    solvency.exposure_basis,
    solvency.weakness,
    solvency.at_risk::double as at_risk,
    solvency.overdue_amount::double as overdue_amount,
    solvency.overdue_share,
    solvency.oldest_days_overdue,
    customers.recency_days,
    solvency.limit_use,
    solvency.limit_reason,
    solvency.credit_stop,
    solvency.orders_on,
    solvency.due_invoices,
    solvency.due_days_late,
    solvency.grade,
    solvency.grade_position,
    solvency.prior_grade,
    solvency.grade_change,
    solvency.reasons,
    solvency.statement,
    solvency.period_end,
    solvency.age_months,
    solvency.is_restated,
    solvency.altman_score,
    solvency.altman_zone,
    solvency.terms,
    solvency.limit_advice,
    solvency.prepayment,
    solvency.is_doubtful
from
    marts.client_solvency as solvency
    inner join marts.customers as customers on solvency.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on solvency.customer_id = cells.customer_id
    cross join run.settings as settings
where
    solvency.watch_rank <= settings.solvency_list_customers
order by
    solvency.watch_rank
