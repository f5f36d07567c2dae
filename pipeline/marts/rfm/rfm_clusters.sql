-- One row per cluster: its profile and name.
-- The name is that of the class that a customer at the cluster's centroid would have, see rfm_customers. The centroid is
-- the mean on the scale that clusters are formed on, taken back to days, orders and money, see rfm_centres.
-- Clusters of one class are told apart by their mean amount. Numbers keep their meaning from night to night, see
-- rfm_centroids; a name changes where the cluster does.
-- key: cluster
-- columns:
--   cluster              Number of the cluster
--   cluster_label        Name of the cluster
--   class                Class of its centroid
--   class_zh             Its name in Chinese
--   decision             Decision segment of the class
--   customers            Customers [customers]
--   customer_share       Share of the customers scored [0 to 1]
--   orders               Orders [orders]
--   revenue              Revenue [reporting currency]
--   revenue_share        Share of revenue; NULL where there is none in all [0 to 1]
--   mean_recency_days    Mean of R [days]
--   median_recency_days  Median of R [days]
--   mean_orders          Mean of F [orders]
--   median_orders        Median of F [orders]
--   mean_amount          Mean of M [reporting currency]
--   median_amount        Median of M [reporting currency]
-- checks:
--   each cluster has a class: class is not null
--   no cluster is empty: customers > 0
--   no two clusters have one name: 1 = (select count(*) from marts.rfm_clusters as twin
--     where twin.cluster_label = this.cluster_label)
with
    profiles as (
        select
            members.cluster,
            count(*) as customers,
            sum(points.orders) as orders,
            sum(points.revenue) as revenue,
            safe_div(sum(points.recency_days), count(*)) as mean_recency_days,
            quantile_cont(points.recency_days::double, 0.5) as median_recency_days,
            safe_div(sum(points.orders), count(*)) as mean_orders,
            quantile_cont(points.orders::double, 0.5) as median_orders,
            safe_div(sum(points.amount), count(*)) as mean_amount,
            quantile_cont(points.amount::double, 0.5) as median_amount
        from
            marts.rfm_cluster_members as members
            inner join marts.rfm_values as points on members.customer_id = points.customer_id
        group by
            members.cluster
    ),
    classed as (
        select
            profiles.*,
            classes.class,
            classes.class_zh,
            classes.decision,
            totals.customers as all_customers,
            totals.revenue as all_revenue,
            count(*) over (
                partition by
                    classes.class
            ) as class_clusters,
            row_number() over (
                partition by
                    classes.class
                order by
                    profiles.mean_amount desc,
                    profiles.cluster
            ) as place
        from
            profiles
            cross join marts.rfm_totals as totals
            inner join marts.rfm_centres as recency on profiles.cluster = recency.cluster
            and recency.measure = 'recency'
            inner join marts.rfm_centres as frequency on profiles.cluster = frequency.cluster
            and frequency.measure = 'frequency'
            inner join marts.rfm_centres as monetary on profiles.cluster = monetary.cluster
            and monetary.measure = 'monetary'
            left join run.rfm_classes as classes on (recency.middle < totals.mean_recency_days) = classes.recency_is_better
            and (frequency.middle > totals.mean_orders) = classes.frequency_is_better
            and (monetary.middle > totals.mean_amount) = classes.monetary_is_better
    )
select
    cluster,
    case
        when class_clusters = 1 then class
        when place = 1 then class || ', largest amounts'
        when place = class_clusters then class || ', smallest amounts'
        when class_clusters = 3 then class || ', medium amounts'
        else class || ', amounts ' || place || ' of ' || class_clusters
    end as cluster_label,
    class,
    class_zh,
    decision,
    customers::integer as customers,
    safe_div(customers, all_customers) as customer_share,
    orders::bigint as orders,
    revenue::decimal(38, 4) as revenue,
    case
        when all_revenue > 0 then safe_div(revenue, all_revenue)
    end as revenue_share,
    mean_recency_days,
    median_recency_days,
    mean_orders,
    median_orders,
    mean_amount,
    median_amount
from
    classed
