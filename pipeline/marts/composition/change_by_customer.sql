-- One row per customer with orders or refunds in the current window or the one before; none where the one before is not
-- recorded, see revenue_totals. The driver says how the customer moved revenue from one window to the other, after
-- Fader, Hardie and Ross, The Customer-Base Audit (2022), who compare two periods by the customers active in both, in
-- the first only and in the second only. A customer is active in a window by an order, not by a refund; who dealt with us
-- before the orders on record begin is not new.
-- key: customer_id
-- columns:
--   customer_id    Customer
--   label          Customer as the site may show it
--   driver         new: active now, first deal in this window; won back: active now, not in the window before, first deal
--                  before it; grown, shrunk, unchanged: active in both; lost: active in the window before only; refunded: in
--                  neither
--   orders         Orders in the current window [orders]
--   prior_orders   Orders in the window before [orders]
--   revenue        Revenue in the current window [reporting currency]
--   prior_revenue  Revenue in the window before [reporting currency]
--   change         Revenue less that of the window before [reporting currency]
-- checks:
--   the driver is one of seven: driver in ('new', 'won back', 'grown', 'unchanged', 'shrunk', 'lost', 'refunded')
--   the change is the difference: change = revenue - prior_revenue
with
    active as (
        select
            customers.customer_id,
            customers.label,
            customers.current_orders as orders,
            customers.prior_orders,
            coalesce(customers.current_revenue, 0)::decimal(18, 4) as revenue,
            coalesce(customers.prior_revenue, 0)::decimal(18, 4) as prior_revenue,
            customers.first_deal_date >= totals.window_start_date as is_first_time
        from
            marts.customers as customers
            cross join marts.revenue_totals as totals
        where
            totals.prior_revenue is not null
            and (
                customers.current_revenue is not null
                or customers.prior_revenue is not null
            )
    )
select
    customer_id,
    label,
    case
        when orders > 0
        and prior_orders > 0
        and revenue > prior_revenue then 'grown'
        when orders > 0
        and prior_orders > 0
        and revenue < prior_revenue then 'shrunk'
        when orders > 0
        and prior_orders > 0 then 'unchanged'
        when orders > 0
        and is_first_time then 'new'
        when orders > 0 then 'won back'
        when prior_orders > 0 then 'lost'
        else 'refunded'
    end as driver,
    orders,
    prior_orders,
    revenue,
    prior_revenue,
    (revenue - prior_revenue)::decimal(18, 4) as change
from
    active
