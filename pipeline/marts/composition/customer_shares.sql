-- One row per window and customer with an order or refund in it: the customer's share of all transactions, and rank.
-- Shares of revenue are those of all measures of concentration, see revenue_concentration: of the revenue of the customers
-- whose revenue is positive, for these alone.
-- key: period, customer_id
-- columns:
--   period            current or prior window
--   customer_id       Customer
--   label             Customer as the site may show it
--   orders            Orders in the window [orders]
--   revenue           Revenue in the window [reporting currency]
--   order_share       Orders by all orders of the window
--   revenue_share     Positive revenue by all positive revenue of the window; NULL for revenue of 0 or less
--   rank              Rank by revenue, from 1; equal customers share a rank
--   cumulative_share  Share of the customers down to this rank, equal ones together
--   position          Place among those with positive revenue; equal ones by identifier. For sums only, which do not depend on it
--   running_revenue   Revenue of the customers down to this position [reporting currency]
with
    active as (
        select
            'current' as period,
            customer_id,
            label,
            current_orders as orders,
            current_revenue as revenue
        from
            marts.customers
        where
            current_revenue is not null
        union all
        select
            'prior',
            customer_id,
            label,
            prior_orders,
            prior_revenue
        from
            marts.customers
        where
            prior_revenue is not null
    ),
    summed as (
        select
            active.*,
            sum(orders) over (
                partition by
                    period
            ) as all_orders,
            sum(greatest(revenue, 0)) over (
                partition by
                    period
            ) as all_revenue,
            sum(greatest(revenue, 0)) over (
                partition by
                    period
                order by
                    revenue desc range unbounded preceding
            ) as revenue_to_rank,
            rank() over (
                partition by
                    period
                order by
                    revenue desc
            ) as rank,
            row_number() over (
                partition by
                    period
                order by
                    revenue desc,
                    customer_id
            ) as position,
            sum(greatest(revenue, 0)) over (
                partition by
                    period
                order by
                    revenue desc,
                    customer_id rows unbounded preceding
            ) as running_revenue
        from
            active
    )
select
    period,
    customer_id,
    label,
    orders,
    revenue,
    safe_div(orders, all_orders) as order_share,
    case
        when revenue > 0 then safe_div(revenue, all_revenue)
    end as revenue_share,
    rank::integer as rank,
    case
        when revenue > 0 then safe_div(revenue_to_rank, all_revenue)
    end as cumulative_share,
    case
        when revenue > 0 then position
    end::integer as position,
    case
        when revenue > 0 then running_revenue
    end::decimal(18, 4) as running_revenue
from
    summed
