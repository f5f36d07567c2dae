-- One row per customer that is scored, with its place in each of the four schemes: segment, class, decision, cluster.
-- A score counts the cuts that the customer lies beyond, see rfm_cut_points: 1 plus those for frequency and amount,
-- 5 less those for recency, so that 5 is best throughout. The segment is that of the scheme shown, see
-- rfm_segment_triples. The class compares each measure with its mean; better means strictly better, so that a customer at the mean
-- counts as worse, and nobody orders often where all have ordered once.
-- key: customer_id
-- columns:
--   customer_id          Customer
--   recency_days         R: days from the last order to the as-of date [days]
--   orders               F: orders in the window [orders]
--   revenue              Revenue in the window [reporting currency]
--   amount               M: revenue in the window, or that of an order on average, by setting [reporting currency]
--   recency_score        Score for recency [1 to 5]
--   frequency_score      Score for frequency [1 to 5]
--   monetary_score       Score for amount [1 to 5]
--   score                The three scores in this order, as 345
--   segment              Named segment of the scheme that customers are shown by
--   recency_is_better    Whether the last order is later than the mean
--   frequency_is_better  Whether there are more orders than the mean
--   monetary_is_better   Whether the amount is larger than the mean
--   class                One of the eight classes
--   class_zh             Its name in Chinese
--   decision             One of the five decision segments
--   cluster              Number of its cluster, see rfm_centroids; NULL where there are no clusters
--   cluster_label        Name of its cluster
-- checks:
--   the scores go from 1 to 5: recency_score between 1 and 5 and frequency_score between 1 and 5
--     and monetary_score between 1 and 5
--   each customer has a segment: segment is not null
--   each customer has a class: class is not null
--   each customer has a decision segment: decision is not null
with
    scored as (
        select
            points.customer_id,
            (
                5 - sum(
                    case
                        when points.recency_days >= cuts.recency_bound_days then 1
                        else 0
                    end
                )
            )::integer as recency_score,
            (
                1 + sum(
                    case
                        when points.orders >= cuts.orders_bound then 1
                        else 0
                    end
                )
            )::integer as frequency_score,
            (
                1 + sum(
                    case
                        when points.amount >= cuts.amount_bound then 1
                        else 0
                    end
                )
            )::integer as monetary_score
        from
            marts.rfm_values as points
            cross join marts.rfm_cut_points as cuts
        group by
            points.customer_id
    ),
    compared as (
        select
            points.*,
            -- Multiplied rather than divided: exact, where a mean would be rounded.
            points.recency_days * totals.customers < totals.total_recency_days as recency_is_better,
            points.orders * totals.customers > totals.orders as frequency_is_better,
            points.amount * totals.customers > totals.total_amount as monetary_is_better
        from
            marts.rfm_values as points
            cross join marts.rfm_totals as totals
    )
select
    compared.customer_id,
    compared.recency_days,
    compared.orders,
    compared.revenue,
    compared.amount,
    scored.recency_score,
    scored.frequency_score,
    scored.monetary_score,
    scored.recency_score::varchar || scored.frequency_score::varchar || scored.monetary_score::varchar as score,
    triples.segment,
    compared.recency_is_better,
    compared.frequency_is_better,
    compared.monetary_is_better,
    classes.class,
    classes.class_zh,
    classes.decision,
    members.cluster,
    clusters.cluster_label
from
    compared
    inner join scored on compared.customer_id = scored.customer_id
    cross join run.settings as settings
    left join marts.rfm_segment_triples as triples on settings.rfm_scheme = triples.scheme
    and scored.recency_score = triples.recency_score
    and scored.frequency_score = triples.frequency_score
    and scored.monetary_score = triples.monetary_score
    left join run.rfm_classes as classes on compared.recency_is_better = classes.recency_is_better
    and compared.frequency_is_better = classes.frequency_is_better
    and compared.monetary_is_better = classes.monetary_is_better
    left join marts.rfm_cluster_members as members on compared.customer_id = members.customer_id
    left join marts.rfm_clusters as clusters on members.cluster = clusters.cluster
