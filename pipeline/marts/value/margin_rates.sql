-- One row per kind of customer with an order: what a unit of revenue leaves, by which predicted revenue becomes value.
-- The rate is that of the current window, or of all orders where nothing was bought in it. Where the cost of goods is not
-- known the value of a customer is its revenue, and the rate is 1.
-- key: kind
-- columns:
--   kind         consumer, business or distributor
--   basis        margin, or revenue where the cost of goods is not known
--   margin_rate  Margin by revenue of orders whose margin is known; 1 where the basis is revenue
with
    sums as (
        select
            customers.kind,
            sum(
                case
                    when orders.period = 'current' then orders.margin
                end
            ) as current_margin,
            sum(
                case
                    when orders.period = 'current'
                    and orders.margin is not null then orders.revenue
                end
            ) as current_revenue,
            sum(orders.margin) as margin,
            sum(
                case
                    when orders.margin is not null then orders.revenue
                end
            ) as revenue
        from
            marts.orders as orders
            inner join marts.customers as customers on orders.customer_id = customers.customer_id
        group by
            customers.kind
    ),
    known as (
        select
            sum(margin) is not null as is_margin
        from
            sums
    )
select
    sums.kind,
    case
        when known.is_margin then 'margin'
        else 'revenue'
    end as basis,
    case
        when known.is_margin then coalesce(
            case
                when sums.current_revenue > 0 then safe_div(sums.current_margin, sums.current_revenue)
            end,
            case
                when sums.revenue > 0 then safe_div(sums.margin, sums.revenue)
            end
        )
        else 1.0
    end as margin_rate
from
    sums
    cross join known
