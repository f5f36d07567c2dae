-- One row per customer with orders or refunds in the current window or the one before; none where the one before is not
-- recorded, see revenue_totals. The driver says how the customer moved revenue from one window to the other, see
-- changes_by_customer_and_period.
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
--   direction      up or down; NULL without a change
--   place          Place among the customers of that direction, the largest change first, from 1; of equal ones the lower
--                  identifier comes first; NULL without a change
-- checks:
--   the change is the difference: change = revenue - prior_revenue
with
    changed as (
        select
            changes.customer_id,
            customers.label,
            changes.driver,
            changes.orders,
            changes.prior_orders,
            changes.revenue,
            changes.prior_revenue,
            (changes.revenue - changes.prior_revenue)::decimal(18, 4) as change,
            case
                when changes.revenue > changes.prior_revenue then 'up'
                when changes.revenue < changes.prior_revenue then 'down'
            end as direction
        from
            marts.changes_by_customer_and_period as changes
            inner join marts.customers as customers on changes.customer_id = customers.customer_id
        where
            changes.period = 'window'
            and changes.driver is not null
    )
select
    customer_id,
    label,
    driver,
    orders,
    prior_orders,
    revenue,
    prior_revenue,
    change,
    direction,
    case
        when direction is not null then row_number() over (
            partition by
                direction
            order by
                abs(change) desc,
                customer_id
        )
    end::integer as place
from
    changed
