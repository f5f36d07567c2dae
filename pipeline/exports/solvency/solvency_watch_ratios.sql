-- One row per client shown one by one, period and ratio: as many clients as settings.solvency.profile_customers says.
-- format: arrow
-- columns:
--   is_weighted     Whether the ratio counts in the grade
--   period_end      Last day of the period
--   strong          Strong from here on; NULL for a ratio without bands
--   adequate        Adequate from here on
--   weak            Weak from here on; critical beyond
--   lower_quartile  Value that a quarter of the client's industry stay below, in the ratio's unit; NULL below solvency.min_peers
--   median          Median of the client's industry, in the ratio's unit; NULL below solvency.min_peers
--   upper_quartile  Value that a quarter of the client's industry exceed, in the ratio's unit; NULL below solvency.min_peers
select
    solvency.watch_rank,
    customers.label,
    ratios.period_end,
    statements.period_months,
    ratios.position,
    ratios.ratio,
    ratios.subject,
    ratios.formula,
    ratios.unit,
    ratios.better,
    ratios.weight > 0 as is_weighted,
    bands.strong::double as strong,
    bands.adequate::double as adequate,
    bands.weak::double as weak,
    ratios.value,
    ratios.reason,
    ratios.band,
    ratios.is_latest,
    ratios.peers,
    ratios.peer_rank,
    industries.lower_quartile,
    industries.median,
    industries.upper_quartile
from
    marts.ratios as ratios
    inner join marts.statements as statements on ratios.customer_id = statements.customer_id
    and ratios.period_end = statements.period_end
    inner join run.solvency_ratios as bands on ratios.ratio = bands.ratio
    inner join marts.client_solvency as solvency on ratios.customer_id = solvency.customer_id
    inner join marts.customers as customers on ratios.customer_id = customers.customer_id
    left join marts.industry_ratios as industries on customers.industry = industries.industry
    and ratios.ratio = industries.ratio
    cross join run.settings as settings
where
    solvency.watch_rank <= settings.solvency_profile_customers
order by
    solvency.watch_rank,
    ratios.period_end,
    ratios.position
