-- One row per product on a line of an order of the current window or the one before; none unless both windows have lines.
-- The effects are those of product_changes.
-- key: product_id
-- columns:
--   product_id      Product
--   name            Name of the product
--   product         Product as lists show it: its name, with the identifier where others have the same; else the identifier
--   category        Category
--   status          continuing: sold in both windows; new: not sold in the window before; discontinued: not sold in the
--                   current one; unpriced: sold in both, but without a quantity in one
--   customers       Customers who ordered it in either window [customers]
--   quantity        Units sold in the current window [units]
--   prior_quantity  Units sold in the window before [units]
--   revenue         Worth of its lines in the current window, before returns [reporting currency]
--   prior_revenue   Worth of its lines in the window before, before returns [reporting currency]
--   change          Difference of the two [reporting currency]
--   volume_effect   Change from more or fewer units of the continuing products of the category; NULL for others [reporting currency]
--   mix_effect      Change from its part of those units; NULL for others [reporting currency]
--   price_effect    Change from its price; NULL for others [reporting currency]
--   place           Place among the products of its direction, the largest change first, from 1; of equal ones the lower
--                   identifier comes first; NULL without a change
-- checks:
--   the effects add up to the change: status <> 'continuing' or change = volume_effect + mix_effect + price_effect
with
    buyers as (
        select
            lines.product_id,
            count(distinct orders.customer_id) as customers
        from
            staging.stg_order_lines as lines
            inner join marts.orders as orders on lines.order_id = orders.order_id
        where
            orders.period <> 'earlier'
        group by
            lines.product_id
    ),
    named as (
        select
            changes.*,
            (changes.revenue - changes.prior_revenue)::decimal(18, 4) as change,
            products.name,
            count(*) over (
                partition by
                    products.name
            ) as namesakes,
            buyers.customers
        from
            marts.product_changes as changes
            inner join buyers on changes.product_id = buyers.product_id
            left join staging.stg_products as products on changes.product_id = products.product_id
        where
            changes.comparison = 'window'
    )
select
    product_id,
    name,
    case
        when name is null then product_id
        when namesakes > 1 then name || ' (' || product_id || ')'
        else name
    end as product,
    category,
    status,
    customers::integer as customers,
    quantity,
    prior_quantity,
    revenue,
    prior_revenue,
    change,
    volume_effect,
    mix_effect,
    price_effect,
    case
        when change <> 0 then row_number() over (
            partition by
                sign(change)
            order by
                abs(change) desc,
                product_id
        )
    end::integer as place
from
    named
