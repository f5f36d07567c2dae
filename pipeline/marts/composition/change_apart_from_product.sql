-- One row per product that alone hides how the others moved, at most one: revenue moved most by it in the direction of the
-- whole, and by more than the whole, so that apart from it revenue went the other way. None where the window before is not
-- recorded in full.
-- key: product
-- columns:
--   product         Product as lists show it: its name, with the identifier where others have the same; else the identifier
--   product_change  Change of its revenue [reporting currency]
--   others_change   Change of all other revenue [reporting currency]
with
    products as (
        select
            product,
            change as product_change,
            sign(change) as direction
        from
            marts.change_by_product
        where
            place = 1
    )
select
    products.product,
    products.product_change,
    (totals.change - products.product_change)::decimal(18, 4) as others_change
from
    marts.revenue_totals as totals
    inner join products on products.direction = sign(totals.change)
where
    totals.is_prior_complete
    and sign(totals.change - products.product_change) = - products.direction
