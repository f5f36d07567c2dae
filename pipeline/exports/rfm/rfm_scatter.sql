-- One row per customer in the scatter plot: all of them, or as many as the setting allows, those whose identifiers come
-- first by hash. So the same customers are shown from night to night, large and small alike.
-- format: arrow
-- columns:
--   segment  Named segment
select
    names.label,
    names.customer_key,
    cells.cell,
    customers.recency_days,
    customers.orders,
    customers.amount::double as amount,
    customers.score,
    customers.segment,
    customers.class,
    customers.decision,
    customers.cluster,
    customers.cluster_label
from
    marts.rfm_customers as customers
    inner join marts.customers as names on customers.customer_id = names.customer_id
    inner join marts.customer_cells as cells on customers.customer_id = cells.customer_id
    cross join run.settings as settings
qualify
    row_number() over (
        order by
            sha256(customers.customer_id),
            customers.customer_id
    ) <= settings.rfm_scatter_customers
order by
    names.label,
    customers.customer_id
