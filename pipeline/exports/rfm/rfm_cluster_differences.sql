-- One row per cluster and measure: how far its customers lie from all.
select
    centres.cluster,
    clusters.cluster_label,
    centres.customers,
    centres.measure,
    centres.is_log,
    centres.mean,
    centres.middle,
    centres.difference
from
    marts.rfm_centres as centres
    inner join marts.rfm_clusters as clusters on centres.cluster = clusters.cluster
order by
    centres.cluster,
    centres.measure
