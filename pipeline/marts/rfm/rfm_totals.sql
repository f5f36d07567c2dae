-- One row per run: all customers that are scored, together.
-- key: none
-- columns:
--   customers           Customers scored [customers]
--   orders              Orders in the window [orders]
--   revenue             Revenue in the window [reporting currency]
--   total_recency_days  Sum of R [days]
--   total_amount        Sum of M [reporting currency]
--   mean_recency_days   Mean of R [days]
--   mean_orders         Mean of F [orders]
--   mean_amount         Mean of M [reporting currency]
select
    count(*)::integer as customers,
    sum(orders)::bigint as orders,
    sum(revenue)::decimal(38, 4) as revenue,
    sum(recency_days)::bigint as total_recency_days,
    sum(amount)::decimal(38, 4) as total_amount,
    safe_div(sum(recency_days), count(*)) as mean_recency_days,
    safe_div(sum(orders), count(*)) as mean_orders,
    safe_div(sum(amount), count(*)) as mean_amount
from
    marts.rfm_values
having
    count(*) > 0
