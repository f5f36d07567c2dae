-- One row per product that alone hides how the others moved, at most one.
select
    product,
    product_change::double as product_change,
    others_change::double as others_change
from
    marts.change_apart_from_product
order by
    product
