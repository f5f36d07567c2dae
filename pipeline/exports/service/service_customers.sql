-- One row per customer of the list of those that were failed, key and major ones first: as many as service.list_customers says.
-- columns:
--   place  Place in the list, from 1
select
    failed.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    failed.tier,
    failed.revenue::double as revenue,
    failed.orders,
    failed.failed_orders,
    failed.late_orders,
    failed.overdue_orders,
    failed.short_orders,
    failed.returned_orders,
    failed.most_days_late,
    failed.complaints,
    failed.open_complaints,
    failed.oldest_days,
    failed.last_failed_date,
    churn.probability,
    steps.next_step_reason
from
    marts.failed_customers as failed
    inner join marts.customers as customers on failed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on failed.customer_id = cells.customer_id
    left join marts.customer_churn as churn on failed.customer_id = churn.customer_id
    left join marts.next_steps as steps on failed.customer_id = steps.customer_id
    cross join run.settings as settings
where
    failed.place <= settings.service_list_customers
order by
    failed.place
