-- One row per effect that moved revenue from the window before to the current one; none unless both windows have order
-- lines. The effects add up to the change in revenue exactly. What lines do not explain stands apart: lines without a
-- product or a quantity, and what orders bring or lose beyond their lines (returns, discounts and charges on the whole
-- order, orders without lines). The larger that is, the less the other effects tell.
-- key: effect
-- columns:
--   effect               volume, mix, price: see change_by_product; new products; discontinued products; unpriced lines;
--                        beyond lines
--   position             Order of the effects on a page
--   change               Change in revenue by it [reporting currency]
--   growth_contribution  Change by all revenue of the window before; adds up to the rate of change
with
    products as (
        select
            coalesce(sum(volume_effect), 0) as volume_effect,
            coalesce(sum(mix_effect), 0) as mix_effect,
            coalesce(sum(price_effect), 0) as price_effect,
            coalesce(
                sum(
                    case
                        when status = 'new' then change
                    end
                ),
                0
            ) as new_effect,
            coalesce(
                sum(
                    case
                        when status = 'discontinued' then change
                    end
                ),
                0
            ) as discontinued_effect,
            coalesce(
                sum(
                    case
                        when status <> 'unpriced' then change
                    end
                ),
                0
            ) as explained_change
        from
            marts.change_by_product
    ),
    lines as (
        select
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
            coalesce(
                sum(
                    case
                        when orders.period = 'current' then lines.amount
                        else - lines.amount
                    end
                ),
                0
            ) as change
        from
            staging.stg_order_lines as lines
            inner join marts.orders as orders on lines.order_id = orders.order_id
        where
            orders.period <> 'earlier'
    ),
    effects as (
        select
            1 as position,
            'volume' as effect,
            volume_effect as change
        from
            products
        union all
        select
            2,
            'mix',
            mix_effect
        from
            products
        union all
        select
            3,
            'price',
            price_effect
        from
            products
        union all
        select
            4,
            'new products',
            new_effect
        from
            products
        union all
        select
            5,
            'discontinued products',
            discontinued_effect
        from
            products
        union all
        select
            6,
            'unpriced lines',
            lines.change - products.explained_change
        from
            lines
            cross join products
        union all
        select
            7,
            'beyond lines',
            totals.change - lines.change
        from
            lines
            cross join marts.revenue_totals as totals
    )
select
    effects.effect,
    effects.position::integer as position,
    effects.change::decimal(18, 4) as change,
    case
        when totals.change_reason is null then safe_div(effects.change, totals.prior_revenue)
    end as growth_contribution
from
    effects
    cross join lines
    cross join marts.revenue_totals as totals
where
    lines.lines > 0
    and lines.prior_lines > 0
