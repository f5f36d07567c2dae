-- One row per cluster.
-- columns:
--   action  What to do for its customers: the action of the decision segment
select
    clusters.cluster,
    clusters.cluster_label,
    clusters.class,
    clusters.class_zh,
    clusters.decision,
    decisions.action,
    clusters.customers,
    clusters.customer_share,
    clusters.orders::double as orders,
    clusters.revenue::double as revenue,
    clusters.revenue_share,
    clusters.mean_recency_days,
    clusters.median_recency_days,
    clusters.mean_orders,
    clusters.median_orders,
    clusters.mean_amount,
    clusters.median_amount
from
    marts.rfm_clusters as clusters
    left join run.rfm_decisions as decisions on clusters.decision = decisions.decision
order by
    clusters.cluster
