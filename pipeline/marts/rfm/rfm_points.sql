-- One row per point that customers lie on: those with the same R, F and M are one, for no analysis tells them apart.
-- Clusters and rankings are computed from points and their weights, so that no identifier of a customer leaves SQL for it.
-- M is in double precision, as numerics take it.
-- key: recency_days, orders, amount
-- columns:
--   recency_days  R: days from the last order to the as-of date [days]
--   orders        F: orders in the window [orders]
--   amount        M: revenue in the window, or that of an order on average, by setting [reporting currency]
--   customers     Customers on the point [customers]
select
    recency_days,
    orders,
    amount::double as amount,
    count(*)::integer as customers
from
    marts.rfm_values
group by
    recency_days,
    orders,
    amount::double
