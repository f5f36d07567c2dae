-- One row per run: what was scored, in which window, and how many clusters there are.
-- columns:
--   as_of_date   Day the analyses look from
--   window_days  Days up to it whose orders count; NULL for all [days]
--   amount_is    What M is: total or mean
--   clusters     Number of clusters chosen; NULL for none
select
    settings.as_of_date,
    settings.rfm_window_days::integer as window_days,
    settings.rfm_amount as amount_is,
    totals.customers,
    totals.orders::double as orders,
    totals.revenue::double as revenue,
    totals.mean_recency_days,
    totals.mean_orders,
    totals.mean_amount,
    evidence.clusters
from marts.rfm_totals as totals
cross join run.settings as settings
left join marts.rfm_cluster_evidence as evidence on evidence.is_chosen
order by settings.as_of_date
