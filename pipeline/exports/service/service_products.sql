-- One row per product of the list of those that failed more than others: as many as service.list_products says.
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
    products.customers
from
    marts.failures_by_product as products
    cross join run.settings as settings
where
    products.place <= settings.service_list_products
    and products.excess_failures > 0
order by
    products.place
