-- One row per product among those whose revenue rose most and those whose revenue fell most, as many of each as
-- listed_products of the settings says; of products equal at the end of a list, those with the lower identifier.
select
    products.product_id,
    products.product,
    products.category,
    products.status,
    products.customers,
    products.quantity::double as quantity,
    products.prior_quantity::double as prior_quantity,
    products.revenue::double as revenue,
    products.prior_revenue::double as prior_revenue,
    products.change::double as change,
    products.volume_effect::double as volume_effect,
    products.mix_effect::double as mix_effect,
    products.price_effect::double as price_effect
from
    marts.change_by_product as products
    cross join run.settings as settings
where
    products.place <= settings.composition_listed_products
order by
    products.change desc,
    products.product_id
