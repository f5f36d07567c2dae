-- One row per product on a line of an order of the current window or the one before; none unless both windows have lines.
-- For products sold in both, the change in what their lines are worth is divided by the variances of cost accounting,
-- with the window before in place of the budget (Horngren, Datar and Rajan, Cost Accounting, on sales mix and quantity):
--   volume = revenue before x (units now of the category / units before of the category - 1)
--   mix    = revenue before x (units now / units before - units now of the category / units before of the category)
--   price  = revenue now - revenue before x units now / units before
-- The three add up exactly. Units are added within a category only, where products stand in for each other: a bottle
-- sold more is no bicycle. Price is net of discounts, and at the rate of exchange of the order's day.
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
    totals as (
        select
            lines.product_id,
            count(distinct orders.customer_id) as customers,
            count(
                case
                    when orders.period = 'current' then 1
                end
            ) as lines,
            count(
                case
                    when orders.period = 'prior' then 1
                end
            ) as prior_lines,
            sum(
                case
                    when orders.period = 'current' then lines.quantity
                    else 0
                end
            ) as quantity,
            sum(
                case
                    when orders.period = 'prior' then lines.quantity
                    else 0
                end
            ) as prior_quantity,
            sum(
                case
                    when orders.period = 'current' then lines.amount
                    else 0
                end
            )::decimal(18, 4) as revenue,
            sum(
                case
                    when orders.period = 'prior' then lines.amount
                    else 0
                end
            )::decimal(18, 4) as prior_revenue
        from
            staging.stg_order_lines as lines
            inner join marts.orders as orders on lines.order_id = orders.order_id
        where
            orders.period <> 'earlier'
        group by
            lines.product_id
    ),
    judged as (
        select
            totals.*,
            case
                when prior_lines = 0 then 'new'
                when lines = 0 then 'discontinued'
                when quantity > 0
                and prior_quantity > 0 then 'continuing'
                else 'unpriced'
            end as status
        from
            totals
        where
            product_id is not null
            and (
                select
                    sum(lines)
                from
                    totals
            ) > 0
            and (
                select
                    sum(prior_lines)
                from
                    totals
            ) > 0
    ),
    repriced as (
        select
            judged.*,
            products.name,
            products.category,
            count(*) over (
                partition by
                    products.name
            ) as namesakes,
            -- The rounding to four decimals is the same in both terms it appears in, so that nothing is lost.
            case
                when judged.status = 'continuing' then (judged.prior_revenue * safe_div(judged.quantity, judged.prior_quantity))::decimal(18, 4)
            end as revenue_at_prior_price,
            case
                when judged.status = 'continuing' then (
                    judged.prior_revenue * safe_div(
                        sum(judged.quantity) over (
                            partition by
                                judged.status,
                                products.category
                        ),
                        sum(judged.prior_quantity) over (
                            partition by
                                judged.status,
                                products.category
                        )
                    )
                )::decimal(18, 4)
            end as revenue_at_prior_mix
        from
            judged
            left join staging.stg_products as products on judged.product_id = products.product_id
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
    quantity::decimal(18, 4) as quantity,
    prior_quantity::decimal(18, 4) as prior_quantity,
    revenue,
    prior_revenue,
    (revenue - prior_revenue)::decimal(18, 4) as change,
    (revenue_at_prior_mix - prior_revenue)::decimal(18, 4) as volume_effect,
    (revenue_at_prior_price - revenue_at_prior_mix)::decimal(18, 4) as mix_effect,
    (revenue - revenue_at_prior_price)::decimal(18, 4) as price_effect,
    case
        when revenue <> prior_revenue then row_number() over (
            partition by
                sign(revenue - prior_revenue)
            order by
                abs(revenue - prior_revenue) desc,
                product_id
        )
    end::integer as place
from
    repriced
