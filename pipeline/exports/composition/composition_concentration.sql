-- One row per window: how far revenue hangs on few customers, now and before.
-- columns:
--   pareto_share  Share of revenue that pareto_customers bring, by the settings [0 to 1]
select
    concentration.period,
    concentration.customers,
    concentration.revenue::double as revenue,
    concentration.left_out_customers,
    concentration.left_out_revenue::double as left_out_revenue,
    concentration.top_customers,
    concentration.top_revenue_share,
    settings.composition_pareto_share::double as pareto_share,
    concentration.pareto_customers,
    concentration.pareto_customer_share,
    concentration.gini,
    concentration.hhi,
    concentration.equal_customers,
    concentration.reason
from
    marts.revenue_concentration as concentration
    cross join run.settings as settings
order by
    concentration.period
