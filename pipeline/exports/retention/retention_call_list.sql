-- One row per customer of the list of whom to call first: as many as prediction.list_customers says.
select
    churn.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    churn.probability,
    churn.band,
    churn.revenue::double as revenue,
    churn.revenue_at_risk::double as revenue_at_risk,
    churn.reason_1,
    churn.reason_2,
    churn.reason_3,
    steps.next_step_reason
from
    marts.customer_churn as churn
    inner join marts.customers as customers on churn.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on churn.customer_id = cells.customer_id
    left join marts.next_steps as steps on churn.customer_id = steps.customer_id
    cross join run.settings as settings
where
    churn.place <= settings.prediction_list_customers
order by
    churn.place
