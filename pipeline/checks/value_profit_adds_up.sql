-- Bad rows: totals of profit by class, by tail or peak of the whale curve, that differ from those by customer; and
-- classes whose customers are not those that bought and the idle ones
-- severity: error
-- fix: compare marts.profit_by_class and marts.whale_curve_points with marts.customer_profits
with
    customers as (
        select
            coalesce(sum(profit), 0) as profit,
            coalesce(
                sum(
                    case
                        when profit > 0 then profit
                    end
                ),
                0
            ) as gains,
            count(profit) as customers
        from
            marts.customer_profits
    ),
    classes as (
        select
            coalesce(sum(profit), 0) as profit,
            coalesce(
                sum(
                    case
                        when profit is not null then customers
                    end
                ),
                0
            ) as customers,
            coalesce(sum(customers), 0) as listed_customers
        from
            marts.profit_by_class
    ),
    tail as (
        select
            coalesce(sum(cumulative_profit), 0) as profit,
            coalesce(max(customers), 0) as customers
        from
            marts.whale_curve_points
        where
            customers = (
                select
                    max(customers)
                from
                    marts.whale_curve_points
            )
    ),
    peak as (
        select
            coalesce(sum(cumulative_profit), 0) as profit
        from
            marts.whale_curve_points
        where
            is_peak
    ),
    compared as (
        select
            'profit of all classes' as total,
            classes.profit as actual,
            customers.profit as expected
        from
            classes
            cross join customers
        union all
        select
            'customers of all classes',
            classes.customers,
            customers.customers
        from
            classes
            cross join customers
        union all
        select
            'profit at the end of the whale curve',
            tail.profit,
            customers.profit
        from
            tail
            cross join customers
        union all
        select
            'customers at the end of the whale curve',
            tail.customers,
            customers.customers
        from
            tail
            cross join customers
        union all
        select
            'profit at the peak of the whale curve',
            peak.profit,
            customers.gains
        from
            peak
            cross join customers
        union all
        select
            'customers that bought, and idle ones, of all classes',
            classes.listed_customers,
            figures.customers + figures.idle_customers
        from
            classes
            cross join marts.value_figures as figures
    )
select
    total,
    actual,
    expected
from
    compared
where
    (actual = expected) is not true
