-- One row per class of the profit view, customers whose profit is not known among them.
-- Classes: marts.customer_profits. Who neither bought nor cost anything in the window is left out.
-- key: position
-- columns:
--   position          Order of the classes, the best first
--   profit_class      good, marginal, bad or not classified
--   customers         Customers of the class [customers]
--   customers_share   Share of the customers of all classes
--   revenue           Revenue in the window [reporting currency]
--   margin            Margin in the window; NULL where no class is given [reporting currency]
--   cost_to_serve     Cost to serve in the window; NULL where no such cost is supplied [reporting currency]
--   profit            Margin less cost to serve; NULL where no class is given [reporting currency]
--   profit_rate       Profit as share of revenue; NULL where revenue is not positive
--   profit_share      Share of the profit of all classes; NULL where that is not positive, as whale_curve_points says
with
    classes as (
        select
            case profits.profit_class
                when 'good' then 1
                when 'marginal' then 2
                when 'bad' then 3
                else 4
            end as position,
            coalesce(profits.profit_class, 'not classified') as profit_class,
            count(*) as customers,
            sum(customers.current_revenue) as revenue,
            sum(profits.margin) as margin,
            sum(profits.cost_to_serve) as cost_to_serve,
            sum(profits.profit) as profit
        from
            marts.customer_profits as profits
            inner join marts.customers as customers on profits.customer_id = customers.customer_id
        where
            profits.profit_class is not null
            or profits.profit_reason = 'margin not known'
        group by
            profits.profit_class
    ),
    totals as (
        select
            sum(customers) as customers,
            sum(profit) as profit
        from
            classes
    )
select
    classes.position::integer as position,
    classes.profit_class,
    classes.customers::integer as customers,
    safe_div(classes.customers, totals.customers) as customers_share,
    coalesce(classes.revenue, 0)::decimal(18, 4) as revenue,
    classes.margin::decimal(18, 4) as margin,
    classes.cost_to_serve::decimal(18, 4) as cost_to_serve,
    classes.profit::decimal(18, 4) as profit,
    case
        when classes.revenue > 0 then safe_div(classes.profit, classes.revenue)
    end as profit_rate,
    case
        when totals.profit > 0 then safe_div(classes.profit, totals.profit)
    end as profit_share
from
    classes
    cross join totals
