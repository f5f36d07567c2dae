-- One row per customer in the list of its decision segment: those with the most revenue, of equals the latest to order,
-- then the one first by identifier.
-- columns:
--   place    Place in the list, from 1
--   segment  Named segment
--   next_step_reason  Why something is to be done next, see next_steps
select
    customers.decision,
    row_number() over (
        partition by
            customers.decision
        order by
            customers.revenue desc,
            customers.recency_days,
            customers.customer_id
    )::integer as place,
    names.label,
    names.customer_key,
    cells.cell,
    customers.recency_days,
    customers.orders,
    customers.revenue::double as revenue,
    customers.score,
    customers.segment,
    customers.class,
    customers.class_zh,
    customers.cluster_label,
    steps.next_step_reason
from
    marts.rfm_customers as customers
    inner join marts.customers as names on customers.customer_id = names.customer_id
    inner join marts.customer_cells as cells on customers.customer_id = cells.customer_id
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
    cross join run.settings as settings
qualify
    place <= settings.rfm_list_customers
order by
    customers.decision,
    place
