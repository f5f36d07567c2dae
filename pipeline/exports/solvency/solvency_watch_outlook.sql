-- One row per client shown one by one and ratio that counts in the grade: its trend and outlook.
-- columns:
--   position  Place of the ratio among the others, from 1
select
    solvency.watch_rank,
    customers.label,
    definitions.position,
    trends.ratio,
    trends.period_months,
    trends.periods,
    trends.last_period_end,
    trends.last_value,
    trends.slope,
    trends.slope_low,
    trends.slope_high,
    trends.direction,
    trends.next_period_end,
    trends.outlook,
    trends.outlook_low,
    trends.outlook_high,
    trends.outlook_reason
from
    marts.ratio_trends as trends
    inner join run.solvency_ratios as definitions on trends.ratio = definitions.ratio
    inner join marts.client_solvency as solvency on trends.customer_id = solvency.customer_id
    inner join marts.customers as customers on trends.customer_id = customers.customer_id
    cross join run.settings as settings
where
    solvency.watch_rank <= settings.solvency_profile_customers
order by
    solvency.watch_rank,
    definitions.position
