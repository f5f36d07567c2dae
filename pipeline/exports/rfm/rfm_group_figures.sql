-- One row per scheme and group: segments, classes, decision segments and clusters with their actions.
-- columns:
--   recency_is_better    Whether customers of the class ordered later than the mean; NULL for other schemes
--   frequency_is_better  Whether they have more orders than the mean; NULL for other schemes
--   monetary_is_better   Whether their amount is larger than the mean; NULL for other schemes
--   decision             Decision segment that the class belongs to; NULL for other schemes
select
    groups.scheme,
    groups.position,
    groups.name,
    groups.name_zh,
    groups.action,
    groups.customers,
    groups.customer_share,
    groups.orders::double as orders,
    groups.revenue::double as revenue,
    groups.revenue_share,
    groups.mean_recency_days,
    groups.mean_orders,
    groups.mean_amount,
    classes.recency_is_better,
    classes.frequency_is_better,
    classes.monetary_is_better,
    classes.decision
from
    marts.rfm_groups as groups
    left join run.rfm_classes as classes on groups.scheme = 'class'
    and groups.name = classes.class
order by
    groups.scheme,
    groups.position
