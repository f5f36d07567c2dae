-- One row per product of the list of those that failed more than others: as many as service.list_products says, and those that clearly do now.
select
    products.place,
    products.product_id,
    products.name,
    products.category,
    products.lines,
    products.known_lines,
    products.short_lines,
    products.awaited_lines,
    products.line_fill_rate,
    products.backorder_days,
    products.returns,
    products.complaints,
    products.ticket_cost::double as ticket_cost,
    products.failures,
    products.excess_failures,
    products.failures_per_100_lines,
    products.customers,
    products.recent_lines,
    products.recent_short_lines,
    products.recent_returns,
    products.recent_complaints,
    products.recent_failures,
    products.recent_excess_failures,
    products.is_recent_clear
from
    marts.failures_by_product as products
    cross join run.settings as settings
where
    products.is_recent_clear
    or (
        products.place <= settings.service_list_products
        and products.excess_failures > 0
    )
order by
    products.place
