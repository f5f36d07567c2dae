-- Bad rows: customers scored but in none of the clusters chosen, or in a cluster that was not chosen, or not scored
-- severity: error
-- fix: compare marts.rfm_cluster_members with marts.rfm_values; both hold the same customers
with
    chosen as (
        select
            max(clusters) as clusters
        from
            marts.rfm_cluster_evidence
        where
            is_chosen
    )
select
    coalesce(points.customer_id, members.customer_id) as customer_id,
    points.customer_id is not null as is_scored,
    members.cluster,
    chosen.clusters
from
    marts.rfm_values as points
    full outer join marts.rfm_cluster_members as members on points.customer_id = members.customer_id
    cross join chosen
where
    (
        case
            when chosen.clusters is null then members.customer_id is null
            else points.customer_id is not null
            and members.cluster in (
                select
                    cluster
                from
                    marts.rfm_centroids
            )
        end
    ) is not true
