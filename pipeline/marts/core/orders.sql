-- One row per order that counts: placed by the as-of date, not cancelled, not by an internal customer.
-- All figures of revenue, margin and frequency are built on this table. Refunds are rows too, of a transaction log or of
-- returns without an order: they lower revenue, and order_count leaves them out of the number of orders.
-- key: order_id
-- columns:
--   order_id     Order
--   customer_id  Customer
--   order_date   Date the order was placed
--   order_count  1 for an order, 0 for a refund [orders]
--   revenue      Worth less returns [reporting currency]
--   margin       Revenue less the cost of the goods; NULL where that is not known [reporting currency]
--   channel      Channel of the order, or that of its customer
--   region       Sales region of the order, or that of its customer
--   owner        Sales person of the order, or the customer's account manager
--   campaign_id  Campaign that led to it
--   period       current: within the window that ends at the as-of date; prior: the window before it; earlier
-- checks:
--   the period is known: period in ('current', 'prior', 'earlier')
select
    orders.order_id,
    orders.customer_id,
    orders.order_date,
    case
        when orders.is_refund then 0
        else 1
    end as order_count,
    orders.revenue,
    (orders.revenue - orders.cost)::decimal(18, 4) as margin,
    coalesce(orders.channel, customers.channel) as channel,
    coalesce(orders.region, customers.region) as region,
    coalesce(orders.owner, customers.owner) as owner,
    orders.campaign_id,
    case
        when orders.order_date > settings.as_of_date - settings.analysis_window_days then 'current'
        when orders.order_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
        else 'earlier'
    end as period
from
    staging.stg_orders as orders
    inner join staging.stg_customers as customers on orders.customer_id = customers.customer_id
    cross join run.settings as settings
where
    orders.order_date <= settings.as_of_date
    and orders.status <> 'cancelled'
    and customers.kind <> 'internal'
