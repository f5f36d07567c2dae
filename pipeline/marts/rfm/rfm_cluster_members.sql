-- One row per customer that is in a cluster; none where no number of clusters was chosen, see rfm_cluster_evidence.
-- A customer is in the cluster of its point, see rfm_cluster_points.
-- key: customer_id
-- columns:
--   customer_id  Customer
--   cluster      Number of the cluster
select
    customers.customer_id,
    points.cluster
from
    marts.rfm_values as customers
    inner join marts.rfm_cluster_points as points on customers.recency_days = points.recency_days
    and customers.orders = points.orders
    and customers.amount::double = points.amount
