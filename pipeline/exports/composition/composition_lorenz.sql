-- One row per window and point of the Lorenz curve.
select
    period,
    customers,
    customer_share,
    revenue_share
from
    marts.lorenz_points
order by
    period,
    customers
