-- One row per run: the headline figures of value and profit. None where nobody bought and no cost to serve was booked
-- in either window.
-- key: none
-- columns:
--   measure                   What customers are ranked by: revenue or margin
--   customers                 Customers that bought in the window [customers]
--   unranked_customers        Customers that bought and are not ranked, for their margin is not known [customers]
--   key_tier                  Name of the first tier
--   key_customers             Customers in it [customers]
--   key_revenue               Their revenue in the window [reporting currency]
--   key_revenue_share         Their share of the revenue of all customers
--   key_retention_rate        Share of the first tier's customers of the prior window that bought in the current one
--   major_tier                Name of the second tier
--   major_retention_rate      Share of the second tier's customers of the prior window that bought in the current one
--   moved_up_customers        Customers in a higher tier than in the prior window [customers]
--   moved_down_customers      Customers in a lower tier than in the prior window [customers]
--   lapsed_customers          Customers of the prior window's tiers that bought nothing in the current one [customers]
--   prior_reason              Why the prior window cannot be compared with, or only in part
--   margin                    Margin of the customers whose profit is known [reporting currency]
--   cost_to_serve             Their cost to serve [reporting currency]
--   profit                    Their margin less cost to serve [reporting currency]
--   unallocated_cost          Service and retention costs of the window booked on no customer [reporting currency]
--   profit_after_unallocated  Profit less those costs [reporting currency]
--   cost_reason               Why profit is margin, with no cost to serve taken off
--   good_customers            Good customers [customers]
--   bad_customers             Bad customers [customers]
--   lost_profit               What bad customers cost: the sum of their losses [reporting currency]
--   peak_customers            Profitable customers, with whom the whale curve is at its highest [customers]
--   peak_customers_share      Their share of the customers whose profit is known
--   peak_profit               Their profit [reporting currency]
--   peak_profit_share         Their profit as share of the total profit; NULL where that is not positive
--   profit_customers          Customers whose profit is known [customers]
--   unknown_profit_customers  Customers that bought and whose profit is not known [customers]
with
    buyers as (
        select
            count(
                case
                    when customers.current_orders > 0 then 1
                end
            ) as customers,
            count(
                case
                    when customers.current_orders > 0
                    and tiers.tier is null then 1
                end
            ) as unranked_customers,
            count(tiers.prior_tier) as prior_customers,
            count(
                case
                    when tiers.movement = 'up' then 1
                end
            ) as moved_up_customers,
            count(
                case
                    when tiers.movement = 'down' then 1
                end
            ) as moved_down_customers,
            count(
                case
                    when tiers.movement = 'lapsed' then 1
                end
            ) as lapsed_customers,
            min(customers.first_order_date) as first_order_date
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    ),
    profits as (
        select
            count(profit) as profit_customers,
            count(
                case
                    when profit_reason = 'margin not known' then 1
                end
            ) as unknown_profit_customers,
            sum(margin) as margin,
            sum(
                case
                    when profit is not null then cost_to_serve
                end
            ) as cost_to_serve,
            sum(profit) as profit,
            count(
                case
                    when profit_class = 'good' then 1
                end
            ) as good_customers,
            count(
                case
                    when profit_class = 'bad' then 1
                end
            ) as bad_customers,
            sum(
                case
                    when profit < 0 then - profit
                    else 0
                end
            ) as lost_profit
        from
            marts.customer_profits
    ),
    -- NULL where no service or retention cost is supplied at all.
    unallocated as (
        select
            sum(
                case
                    when costs.customer_id is null
                    and costs.cost_date > settings.as_of_date - settings.analysis_window_days then costs.amount
                    else 0
                end
            )::decimal(18, 4) as cost
        from
            staging.stg_costs as costs
            cross join run.settings as settings
        where
            costs.kind in ('service', 'retention')
    )
select
    settings.value_measure as measure,
    buyers.customers::integer as customers,
    buyers.unranked_customers::integer as unranked_customers,
    key_tier.tier as key_tier,
    key_tier.customers as key_customers,
    key_tier.revenue as key_revenue,
    key_tier.revenue_share as key_revenue_share,
    key_tier.retention_rate as key_retention_rate,
    major_tier.tier as major_tier,
    major_tier.retention_rate as major_retention_rate,
    case
        when buyers.prior_customers > 0 then buyers.moved_up_customers
    end::integer as moved_up_customers,
    case
        when buyers.prior_customers > 0 then buyers.moved_down_customers
    end::integer as moved_down_customers,
    case
        when buyers.prior_customers > 0 then buyers.lapsed_customers
    end::integer as lapsed_customers,
    case
        when buyers.prior_customers = 0 then 'nobody is ranked in the prior window'
        when buyers.first_order_date > settings.as_of_date - 2 * settings.analysis_window_days + 1 then 'orders begin on ' || buyers.first_order_date::varchar || ', within the prior window'
    end as prior_reason,
    profits.margin::decimal(18, 4) as margin,
    profits.cost_to_serve::decimal(18, 4) as cost_to_serve,
    profits.profit::decimal(18, 4) as profit,
    unallocated.cost as unallocated_cost,
    (profits.profit - coalesce(unallocated.cost, 0))::decimal(18, 4) as profit_after_unallocated,
    case
        when profits.profit is not null
        and profits.cost_to_serve is null then 'no cost to serve is booked by customer: profit is margin'
    end as cost_reason,
    case
        when profits.profit is not null then profits.good_customers
    end::integer as good_customers,
    case
        when profits.profit is not null then profits.bad_customers
    end::integer as bad_customers,
    case
        when profits.profit is not null then profits.lost_profit
    end::decimal(18, 4) as lost_profit,
    peak.customers as peak_customers,
    peak.customers_share as peak_customers_share,
    peak.cumulative_profit as peak_profit,
    peak.profit_share as peak_profit_share,
    profits.profit_customers::integer as profit_customers,
    profits.unknown_profit_customers::integer as unknown_profit_customers
from
    run.settings as settings
    cross join buyers
    cross join profits
    cross join unallocated
    left join marts.value_by_tier as key_tier on key_tier.position = 1
    left join marts.value_by_tier as major_tier on major_tier.position = 2
    left join marts.whale_curve_points as peak on peak.is_peak
where
    buyers.customers > 0
    or buyers.prior_customers > 0
    or profits.profit is not null
