-- One row per comparison and product on a line of an order of either period; none unless both periods have lines.
-- For products sold in both, the change in what their lines are worth is divided by the variances of cost accounting,
-- with the earlier period in place of the budget (Horngren, Datar and Rajan, Cost Accounting, on sales mix and quantity):
--   volume = revenue before x (units now of the category / units before of the category - 1)
--   mix    = revenue before x (units now / units before - units now of the category / units before of the category)
--   price  = revenue now - revenue before x units now / units before
-- The three add up exactly. Units are added within a category only, where products stand in for each other: a bottle
-- sold more is no bicycle. Price is net of discounts, and at the rate of exchange of the order's day.
-- key: comparison, product_id
-- columns:
--   comparison      Two periods, see comparisons
--   product_id      Product
--   category        Category
--   status          continuing: sold in both periods; new: not sold in the earlier one; discontinued: not sold in the
--                   later one; unpriced: sold in both, but without a quantity in one
--   quantity        Units sold in the later period [units]
--   prior_quantity  Units sold in the earlier one [units]
--   revenue         Worth of its lines in the later period, before returns [reporting currency]
--   prior_revenue   Worth of its lines in the earlier one, before returns [reporting currency]
--   volume_effect   Change from more or fewer units of the continuing products of the category; NULL for others [reporting currency]
--   mix_effect      Change from its part of those units; NULL for others [reporting currency]
--   price_effect    Change from its price; NULL for others [reporting currency]
-- checks:
--   the effects add up to the change: status <> 'continuing' or revenue - prior_revenue = volume_effect + mix_effect + price_effect
with
    sums as (
        select
            spans.start_date,
            spans.end_date,
            lines.product_id,
            count(*) as lines,
            sum(coalesce(lines.quantity, 0)) as quantity,
            sum(coalesce(lines.amount, 0)) as revenue
        from
            marts.compared_periods as spans
            inner join marts.orders as orders on orders.order_date between spans.start_date and spans.end_date
            inner join staging.stg_order_lines as lines on orders.order_id = lines.order_id
        group by
            spans.start_date,
            spans.end_date,
            lines.product_id
    ),
    parts as (
        select
            comparisons.comparison,
            sums.product_id,
            sums.lines,
            0 as prior_lines,
            sums.quantity,
            0 as prior_quantity,
            sums.revenue,
            0 as prior_revenue
        from
            marts.comparisons as comparisons
            inner join sums on comparisons.start_date = sums.start_date
            and comparisons.end_date = sums.end_date
        union all
        select
            comparisons.comparison,
            sums.product_id,
            0,
            sums.lines,
            0,
            sums.quantity,
            0,
            sums.revenue
        from
            marts.comparisons as comparisons
            inner join sums on comparisons.prior_start_date = sums.start_date
            and comparisons.prior_end_date = sums.end_date
    ),
    totals as (
        select
            comparison,
            product_id,
            sum(lines) as lines,
            sum(prior_lines) as prior_lines,
            sum(quantity) as quantity,
            sum(prior_quantity) as prior_quantity,
            sum(revenue)::decimal(18, 4) as revenue,
            sum(prior_revenue)::decimal(18, 4) as prior_revenue
        from
            parts
        group by
            comparison,
            product_id
    ),
    judged as (
        select
            totals.*,
            products.category,
            sum(totals.lines) over (
                partition by
                    totals.comparison
            ) as all_lines,
            sum(totals.prior_lines) over (
                partition by
                    totals.comparison
            ) as all_prior_lines,
            case
                when totals.prior_lines = 0 then 'new'
                when totals.lines = 0 then 'discontinued'
                when totals.quantity > 0
                and totals.prior_quantity > 0 then 'continuing'
                else 'unpriced'
            end as status
        from
            totals
            left join staging.stg_products as products on totals.product_id = products.product_id
    ),
    repriced as (
        select
            judged.*,
            -- The rounding to four decimals is the same in both terms it appears in, so that nothing is lost.
            case
                when status = 'continuing' then (prior_revenue * safe_div(quantity, prior_quantity))::decimal(18, 4)
            end as revenue_at_prior_price,
            case
                when status = 'continuing' then (
                    prior_revenue * safe_div(
                        sum(quantity) over (
                            partition by
                                comparison,
                                status,
                                category
                        ),
                        sum(prior_quantity) over (
                            partition by
                                comparison,
                                status,
                                category
                        )
                    )
                )::decimal(18, 4)
            end as revenue_at_prior_mix
        from
            judged
        where
            product_id is not null
            and all_lines > 0
            and all_prior_lines > 0
    )
select
    comparison,
    product_id,
    category,
    status,
    quantity::decimal(18, 4) as quantity,
    prior_quantity::decimal(18, 4) as prior_quantity,
    revenue,
    prior_revenue,
    (revenue_at_prior_mix - prior_revenue)::decimal(18, 4) as volume_effect,
    (revenue_at_prior_price - revenue_at_prior_mix)::decimal(18, 4) as mix_effect,
    (revenue - revenue_at_prior_price)::decimal(18, 4) as price_effect
from
    repriced
