-- One row per point of the whale curve: the profit of customers added up from the most to the least profitable.
-- Points at every whole percent of the customers whose profit is known, rounded up to a customer, and at the peak:
-- all customers that earn something, before the first that earns nothing or costs. Equal profits add up to the same
-- curve in any order. Source: R. S. Kaplan and V. G. Narayanan, Measuring and Managing Customer Profitability (2001).
-- key: customers
-- columns:
--   customers          Most profitable customers, this many; 0 is where the curve begins [customers]
--   customers_share    Share of the customers whose profit is known
--   cumulative_profit  Their profit [reporting currency]
--   profit_share       Their share of the total profit; NULL where that is not positive
--   profit_reason      Why there is no share
--   is_peak            Whether the curve is at its highest here
with
    curve as (
        select
            row_number() over (
                order by
                    profit desc,
                    customer_id
            ) as customers,
            sum(profit) over (
                order by
                    profit desc,
                    customer_id rows unbounded preceding
            ) as cumulative_profit
        from
            marts.customer_profits
        where
            profit is not null
    ),
    totals as (
        select
            count(*) as customers,
            count(
                case
                    when profit > 0 then 1
                end
            ) as peak_customers,
            sum(profit) as profit
        from
            marts.customer_profits
        where
            profit is not null
    ),
    points as (
        select
            ceil(safe_div(totals.customers * percents.percent, 100))::bigint as customers
        from
            totals
            cross join generate_series(0, 100) as percents (percent)
        where
            totals.customers > 0
        union
        select
            peak_customers
        from
            totals
        where
            customers > 0
    )
select
    points.customers::integer as customers,
    safe_div(points.customers, totals.customers) as customers_share,
    coalesce(curve.cumulative_profit, 0)::decimal(18, 4) as cumulative_profit,
    case
        when totals.profit > 0 then safe_div(coalesce(curve.cumulative_profit, 0), totals.profit)
    end as profit_share,
    case
        when totals.profit <= 0 then 'total profit is not positive'
    end as profit_reason,
    points.customers = totals.peak_customers as is_peak
from
    points
    cross join totals
    left join curve on points.customers = curve.customers
