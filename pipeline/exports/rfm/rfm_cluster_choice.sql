-- One row per number of clusters tried.
select
    clusters,
    compared_customers,
    within_ss,
    explained_share,
    silhouette,
    stability,
    measured_customers,
    smallest_share,
    is_chosen,
    reason
from
    marts.rfm_cluster_evidence
order by
    clusters
