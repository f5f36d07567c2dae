-- One row per cluster of this run and of the last one that clusters were compared with: kept, new or gone.
-- No row where there was none to compare with, see rfm_centroids.
-- key: cluster
-- columns:
--   cluster  Number of the cluster
--   state    kept, new or gone
--   moved    How far its middle has moved; NULL for one that is new or gone [standard deviations]
select
    coalesce(clusters.cluster, last_clusters.cluster) as cluster,
    case
        when clusters.cluster is null then 'gone'
        when clusters.is_new then 'new'
        else 'kept'
    end as state,
    clusters.moved
from
    marts.rfm_centroids as clusters
    full outer join run.last_rfm_centroids as last_clusters on clusters.cluster = last_clusters.cluster
where
    exists (
        select
            1
        from
            marts.rfm_centroids
        where
            is_new is not null
    )
