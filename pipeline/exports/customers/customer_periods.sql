-- One row per period and customer with an order or refund in it or in the one that it is compared with. What a list of
-- customers says of the period that pages are narrowed to; of the current window customer_index does.
-- format: arrow by period
-- columns:
--   customer_row          Row of the customer in customer_index, from 0
--   period_driver         How the customer moved revenue, see changes_by_customer_and_period
--   period_orders         Orders in the period [orders]
--   period_revenue        Revenue in the period [reporting currency]
--   prior_period_revenue  Revenue in the period that it is compared with [reporting currency]
with
    places as (
        select
            customer_id,
            -- In the order of customer_index.
            row_number() over (
                order by
                    current_revenue desc nulls last,
                    customer_key
            ) - 1 as customer_row
        from
            marts.customers
    )
select
    changes.period,
    places.customer_row::integer as customer_row,
    changes.driver as period_driver,
    changes.orders as period_orders,
    changes.revenue::double as period_revenue,
    changes.prior_revenue::double as prior_period_revenue
from
    marts.changes_by_customer_and_period as changes
    inner join places on changes.customer_id = places.customer_id
where
    changes.period <> 'window'
order by
    changes.period,
    places.customer_row
