-- One row per project: the figures of all customers, now and in the window before.
-- columns:
--   as_of_date          Day the analyses look from
--   reporting_currency  Currency of all amounts
select
    settings.as_of_date,
    settings.reporting_currency,
    totals.window_start_date,
    totals.prior_start_date,
    totals.history_start_date,
    totals.is_prior_complete,
    totals.customers,
    totals.buying_customers,
    totals.prior_buying_customers,
    totals.orders,
    totals.prior_orders,
    totals.revenue::double as revenue,
    totals.prior_revenue::double as prior_revenue,
    totals.margin::double as margin,
    totals.prior_margin::double as prior_margin,
    totals.margin_rate,
    totals.prior_margin_rate,
    totals.margin_known_rate,
    totals.average_order_value,
    totals.prior_average_order_value,
    totals.buying_customers_change_rate,
    totals.orders_change_rate,
    totals.margin_rate_change,
    totals.average_order_value_change_rate,
    totals.change::double as change,
    totals.change_rate,
    totals.change_reason
from
    marts.revenue_totals as totals
    cross join run.settings as settings
order by
    settings.as_of_date
