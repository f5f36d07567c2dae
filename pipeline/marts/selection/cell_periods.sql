-- One row per period, cell and driver of change: what its customers bring, in the period and in the one before. All
-- figures add up. Customers without an order or refund in either are left out.
-- key: period, cell, driver
-- columns:
--   period                   Period, see periods
--   cell                     Cell of the customers, see cells
--   driver                   Driver of change, see changes_by_customer_and_period; none where history does not reach back
--                            to the period before
--   customers                Customers [customers]
--   buying_customers         Customers with an order in the period [customers]
--   prior_buying_customers   Customers with an order in the period before [customers]
--   orders                   Orders in the period [orders]
--   prior_orders             Orders in the period before [orders]
--   revenue                  Revenue in the period [reporting currency]
--   prior_revenue            Revenue in the period before [reporting currency]
--   margin                   Margin in the period, of the orders and refunds that it is known of [reporting currency]
--   prior_margin             The same in the period before [reporting currency]
--   unmargined_orders        Orders and refunds in the period whose margin is not known [orders]
--   prior_unmargined_orders  The same in the period before [orders]
select
    changes.period,
    cells.cell,
    coalesce(changes.driver, 'none') as driver,
    count(*)::integer as customers,
    count(
        case
            when changes.orders > 0 then 1
        end
    )::integer as buying_customers,
    count(
        case
            when changes.prior_orders > 0 then 1
        end
    )::integer as prior_buying_customers,
    sum(changes.orders)::integer as orders,
    sum(changes.prior_orders)::integer as prior_orders,
    sum(changes.revenue)::decimal(18, 4) as revenue,
    sum(changes.prior_revenue)::decimal(18, 4) as prior_revenue,
    sum(changes.margin)::decimal(18, 4) as margin,
    sum(changes.prior_margin)::decimal(18, 4) as prior_margin,
    sum(changes.unmargined_orders)::integer as unmargined_orders,
    sum(changes.prior_unmargined_orders)::integer as prior_unmargined_orders
from
    marts.changes_by_customer_and_period as changes
    inner join marts.customer_cells as cells on changes.customer_id = cells.customer_id
group by
    changes.period,
    cells.cell,
    coalesce(changes.driver, 'none')
