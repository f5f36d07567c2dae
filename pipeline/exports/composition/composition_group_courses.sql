-- One row per group: where revenue goes by kind, region and account manager, three and twelve months against a year before.
select
    dimension,
    group_name,
    group_kind,
    last_month,
    three_month_revenue::double as three_month_revenue,
    three_month_change::double as three_month_change,
    three_month_change_rate,
    twelve_month_revenue::double as twelve_month_revenue,
    twelve_month_change::double as twelve_month_change,
    twelve_month_change_rate
from
    marts.revenue_course_by_group
order by
    dimension,
    group_name,
    group_kind
