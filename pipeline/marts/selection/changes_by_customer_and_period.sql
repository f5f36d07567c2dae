-- One row per period and customer with an order or refund in it or in the one that it is compared with. The driver says how
-- the customer moved revenue from one to the other, after Fader, Hardie and Ross, The Customer-Base Audit (2022), who
-- compare two periods by the customers active in both, in the first only and in the second only. A customer is active in a
-- period by an order, not by a refund; who dealt with us before the orders on record begin is not new.
-- key: period, customer_id
-- columns:
--   period                   Period, see periods
--   customer_id              Customer
--   driver                   new: active now, first deal after the period before; won back: active now, not in the period
--                            before, first deal by then; grown, shrunk, unchanged: active in both; lost: active in the
--                            period before only; refunded: in neither; NULL where history does not reach back to the
--                            period before
--   orders                   Orders in the period [orders]
--   prior_orders             Orders in the period before [orders]
--   revenue                  Revenue in the period [reporting currency]
--   prior_revenue            Revenue in the period before [reporting currency]
--   margin                   Margin in the period, of the orders and refunds that it is known of [reporting currency]
--   prior_margin             The same in the period before [reporting currency]
--   unmargined_orders        Orders and refunds in the period whose margin is not known [orders]
--   prior_unmargined_orders  The same in the period before [orders]
-- checks:
--   the driver is one of seven: coalesce(driver in ('new', 'won back', 'grown', 'unchanged', 'shrunk', 'lost', 'refunded'), true)
with
    spans as (
        select
            period,
            true as is_current,
            start_date,
            end_date
        from
            marts.periods
        union all
        select
            period,
            false,
            prior_start_date,
            prior_end_date
        from
            marts.periods
    ),
    sums as (
        select
            spans.period,
            orders.customer_id,
            coalesce(
                sum(
                    case
                        when spans.is_current then orders.order_count
                    end
                ),
                0
            ) as orders,
            coalesce(
                sum(
                    case
                        when not spans.is_current then orders.order_count
                    end
                ),
                0
            ) as prior_orders,
            coalesce(
                sum(
                    case
                        when spans.is_current then orders.revenue
                    end
                ),
                0
            ) as revenue,
            coalesce(
                sum(
                    case
                        when not spans.is_current then orders.revenue
                    end
                ),
                0
            ) as prior_revenue,
            coalesce(
                sum(
                    case
                        when spans.is_current then orders.margin
                    end
                ),
                0
            ) as margin,
            coalesce(
                sum(
                    case
                        when not spans.is_current then orders.margin
                    end
                ),
                0
            ) as prior_margin,
            coalesce(
                sum(
                    case
                        when spans.is_current then (orders.margin is null)::integer
                    end
                ),
                0
            ) as unmargined_orders,
            coalesce(
                sum(
                    case
                        when not spans.is_current then (orders.margin is null)::integer
                    end
                ),
                0
            ) as prior_unmargined_orders
        from
            marts.orders as orders
            inner join spans on orders.order_date between spans.start_date and spans.end_date
        group by
            spans.period,
            orders.customer_id
    )
select
    sums.period,
    sums.customer_id,
    case
        when periods.has_prior then change_driver (
            sums.orders,
            sums.prior_orders,
            sums.revenue,
            sums.prior_revenue,
            customers.first_deal_date,
            periods.prior_end_date
        )
    end as driver,
    sums.orders::integer as orders,
    sums.prior_orders::integer as prior_orders,
    sums.revenue::decimal(18, 4) as revenue,
    sums.prior_revenue::decimal(18, 4) as prior_revenue,
    sums.margin::decimal(18, 4) as margin,
    sums.prior_margin::decimal(18, 4) as prior_margin,
    sums.unmargined_orders::integer as unmargined_orders,
    sums.prior_unmargined_orders::integer as prior_unmargined_orders
from
    sums
    inner join marts.periods as periods on sums.period = periods.period
    inner join marts.customers as customers on sums.customer_id = customers.customer_id
