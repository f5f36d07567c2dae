-- One row per class of the profit view.
select
    position,
    profit_class,
    customers,
    customers_share,
    revenue::double as revenue,
    margin::double as margin,
    cost_to_serve::double as cost_to_serve,
    profit::double as profit,
    profit_rate,
    profit_share
from
    marts.profit_by_class
order by
    position
