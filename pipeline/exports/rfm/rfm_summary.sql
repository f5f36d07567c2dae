-- One row per run: what was scored, in which window, who matters, and how many clusters there are.
-- columns:
--   as_of_date         Day the analyses look from
--   window_days        Days up to it whose orders count; NULL for all [days]
--   amount_is          What M is: total or mean
--   clusters           Number of clusters chosen; NULL for none
--   preferred_clusters Number of clusters taken where it is close to the best [clusters]
--   useful_clusters    Fewest clusters taken while a larger number is sound [clusters]
--   min_share          Least share of customers in the smallest cluster [0 to 1]
--   min_stability      Least stability of a number of clusters that can be chosen [0 to 1]
select
    settings.as_of_date,
    settings.rfm_window_days::integer as window_days,
    history.history_start_date,
    settings.rfm_amount as amount_is,
    totals.customers,
    totals.orders::double as orders,
    totals.revenue::double as revenue,
    totals.mean_recency_days,
    totals.mean_orders,
    totals.mean_amount,
    headlines.best_decision,
    headlines.best_customers,
    headlines.best_customer_share,
    headlines.best_revenue::double as best_revenue,
    headlines.best_revenue_share,
    headlines.top_segment,
    headlines.top_customers,
    headlines.top_revenue_share,
    headlines.fading_customers,
    headlines.fading_revenue::double as fading_revenue,
    headlines.fading_revenue_share,
    headlines.recency_better_customers,
    headlines.frequency_better_customers,
    headlines.monetary_better_customers,
    evidence.clusters,
    evidence.silhouette,
    evidence.stability,
    evidence.explained_share,
    settings.rfm_cluster_preferred::integer as preferred_clusters,
    settings.rfm_cluster_useful_from::integer as useful_clusters,
    settings.rfm_cluster_min_share::double as min_share,
    settings.rfm_cluster_min_stability::double as min_stability
from
    marts.rfm_totals as totals
    cross join marts.rfm_headlines as headlines
    cross join run.settings as settings
    left join marts.revenue_totals as history on true
    left join marts.rfm_cluster_evidence as evidence on evidence.is_chosen
order by
    settings.as_of_date
