-- One row per product. Price and cost are converted at the as-of date's rate: they are today's list.
-- key: product_id
-- columns:
--   product_id   Product
--   name         Name of the product
--   category     Category
--   subcategory  Subcategory
--   list_price   List price of one unit [reporting currency]
--   unit_cost    Cost of one unit [reporting currency]
select
    products.product_id,
    products.name,
    products.category,
    products.subcategory,
    (products.list_price * rates.rate)::decimal(18, 4) as list_price,
    (products.unit_cost * rates.rate)::decimal(18, 4) as unit_cost
from
    raw.products as products
    cross join run.settings as settings
    left join staging.stg_exchange_rates as rates on coalesce(products.currency, settings.reporting_currency) = rates.currency
    and settings.as_of_date >= rates.valid_from
    and settings.as_of_date < rates.valid_until
