-- One row per cluster of this run and of the last one: kept, new or gone.
select
    cluster,
    state,
    moved
from
    marts.rfm_cluster_changes
order by
    cluster
