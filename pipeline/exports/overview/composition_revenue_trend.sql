-- One row per month: orders, customers, revenue and margin, and revenue a year before.
select
    month,
    is_complete,
    orders,
    buying_customers,
    new_customers,
    revenue::double as revenue,
    margin::double as margin,
    margin_rate,
    average_order_value,
    year_before_revenue::double as year_before_revenue,
    year_before_change::double as year_before_change,
    year_before_change_rate,
    three_month_revenue::double as three_month_revenue,
    three_month_change_rate,
    twelve_month_revenue::double as twelve_month_revenue,
    twelve_month_change_rate
from
    marts.revenue_by_month
order by
    month
