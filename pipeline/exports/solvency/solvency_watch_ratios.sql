-- One row per client at the head of the watch list, period and ratio.
-- format: arrow
-- columns:
--   period_end  Last day of the period
select
    solvency.watch_rank,
    customers.label,
    ratios.period_end,
    ratios.position,
    ratios.ratio,
    ratios.subject,
    ratios.formula,
    ratios.unit,
    ratios.better,
    ratios.value,
    ratios.reason,
    ratios.band,
    ratios.is_latest,
    ratios.peers,
    ratios.peer_rank
from marts.ratios as ratios
inner join marts.client_solvency as solvency on ratios.customer_id = solvency.customer_id
inner join marts.customers as customers on ratios.customer_id = customers.customer_id
cross join run.settings as settings
where solvency.watch_rank <= settings.solvency_list_customers
order by solvency.watch_rank, ratios.period_end, ratios.position
