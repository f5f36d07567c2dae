-- One row per comparison and effect that moved revenue from the earlier period to the later one; none unless both have order lines.
-- The effects add up to the change in revenue exactly. What lines do not explain stands apart: lines without a product or a
-- quantity, and what orders bring or lose beyond their lines (returns, discounts and charges on the whole order, orders without
-- lines). The larger that is, the less the other effects tell.
-- key: comparison, effect
-- columns:
--   comparison  Two periods, see comparisons
--   effect      volume, mix, price: see product_changes; new products; discontinued products; unpriced lines; beyond lines
--   position    Order of the effects on a page
--   change      Change in revenue by it [reporting currency]
with
    revenues as (
        select
            spans.start_date,
            spans.end_date,
            sum(orders.revenue) as revenue
        from
            marts.compared_periods as spans
            inner join marts.orders as orders on orders.order_date between spans.start_date and spans.end_date
        group by
            spans.start_date,
            spans.end_date
    ),
    totals as (
        select
            comparisons.comparison,
            coalesce(laters.revenue, 0) - coalesce(earliers.revenue, 0) as change
        from
            marts.comparisons as comparisons
            left join revenues as laters on comparisons.start_date = laters.start_date
            and comparisons.end_date = laters.end_date
            left join revenues as earliers on comparisons.prior_start_date = earliers.start_date
            and comparisons.prior_end_date = earliers.end_date
    ),
    line_sums as (
        select
            spans.start_date,
            spans.end_date,
            sum(coalesce(lines.amount, 0)) as amount
        from
            marts.compared_periods as spans
            inner join marts.orders as orders on orders.order_date between spans.start_date and spans.end_date
            inner join staging.stg_order_lines as lines on orders.order_id = lines.order_id
        group by
            spans.start_date,
            spans.end_date
    ),
    lines as (
        select
            comparisons.comparison,
            laters.amount - earliers.amount as change
        from
            marts.comparisons as comparisons
            inner join line_sums as laters on comparisons.start_date = laters.start_date
            and comparisons.end_date = laters.end_date
            inner join line_sums as earliers on comparisons.prior_start_date = earliers.start_date
            and comparisons.prior_end_date = earliers.end_date
    ),
    products as (
        select
            comparison,
            coalesce(sum(volume_effect), 0) as volume_effect,
            coalesce(sum(mix_effect), 0) as mix_effect,
            coalesce(sum(price_effect), 0) as price_effect,
            coalesce(
                sum(
                    case
                        when status = 'new' then revenue - prior_revenue
                    end
                ),
                0
            ) as new_effect,
            coalesce(
                sum(
                    case
                        when status = 'discontinued' then revenue - prior_revenue
                    end
                ),
                0
            ) as discontinued_effect,
            coalesce(
                sum(
                    case
                        when status <> 'unpriced' then revenue - prior_revenue
                    end
                ),
                0
            ) as explained_change
        from
            marts.product_changes
        group by
            comparison
    ),
    explained as (
        select
            lines.comparison,
            coalesce(products.volume_effect, 0) as volume_effect,
            coalesce(products.mix_effect, 0) as mix_effect,
            coalesce(products.price_effect, 0) as price_effect,
            coalesce(products.new_effect, 0) as new_effect,
            coalesce(products.discontinued_effect, 0) as discontinued_effect,
            lines.change - coalesce(products.explained_change, 0) as unpriced_effect,
            totals.change - lines.change as beyond_effect
        from
            lines
            inner join totals on lines.comparison = totals.comparison
            left join products on lines.comparison = products.comparison
    ),
    effects as (
        select
            comparison,
            1 as position,
            'volume' as effect,
            volume_effect as change
        from
            explained
        union all
        select
            comparison,
            2,
            'mix',
            mix_effect
        from
            explained
        union all
        select
            comparison,
            3,
            'price',
            price_effect
        from
            explained
        union all
        select
            comparison,
            4,
            'new products',
            new_effect
        from
            explained
        union all
        select
            comparison,
            5,
            'discontinued products',
            discontinued_effect
        from
            explained
        union all
        select
            comparison,
            6,
            'unpriced lines',
            unpriced_effect
        from
            explained
        union all
        select
            comparison,
            7,
            'beyond lines',
            beyond_effect
        from
            explained
    )
select
    comparison,
    effect,
    position::integer as position,
    change::decimal(18, 4) as change
from
    effects
