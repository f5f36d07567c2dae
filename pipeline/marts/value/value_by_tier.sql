-- One row per tier of the customer pyramid, compared with the prior window; none where nobody bought in either.
-- Customers by tier: marts.customer_tiers. A tier that nobody is in has 0 customers, revenue 0, and NULL for the rest.
-- key: position
-- columns:
--   position                Number of the tier, from 1 at the top
--   tier                    Tier
--   action                  What to do for customers of the tier, by settings.value.tiers
--   customers               Customers in the tier [customers]
--   customers_share         Share of the ranked customers
--   orders                  Orders in the window [orders]
--   revenue                 Revenue in the window [reporting currency]
--   revenue_share           Share of the revenue of all customers; NULL where that is not positive
--   average_revenue         Revenue per customer [reporting currency]
--   orders_per_customer     Orders per customer [orders]
--   margin                  Margin in the window; NULL where that of a customer is not known [reporting currency]
--   cost_to_serve           Cost to serve in the window; NULL where no such cost is supplied [reporting currency]
--   profit                  Margin less cost to serve; NULL where margin is [reporting currency]
--   profit_reason           Why margin and profit are NULL
--   value_at_cut            Lowest value in the tier: what takes a customer into it [reporting currency]
--   prior_customers         Customers in the tier in the prior window [customers]
--   prior_revenue           Their revenue in the prior window [reporting currency]
--   prior_margin            Their margin in the prior window [reporting currency]
--   prior_value_at_cut      Lowest value in the tier in the prior window [reporting currency]
--   customers_change        Customers less those of the prior window [customers]
--   revenue_change          Revenue less that of the prior window [reporting currency]
--   revenue_change_rate     That change as share of the prior window's revenue; NULL where that is not positive
--   retained_customers      Customers of the prior window's tier that bought in the current one, in whatever tier
--                           [customers]
--   retention_rate          Share of the prior window's customers that bought in the current one
--   prior_reason            Why there is nothing to compare with
with
    current_tiers as (
        select
            tiers.tier_position as position,
            count(*) as customers,
            sum(customers.current_orders) as orders,
            sum(customers.current_revenue) as revenue,
            case
                when count(*) = count(customers.current_margin) then sum(customers.current_margin)
            end as margin,
            count(*) - count(customers.current_margin) as unknown_margins,
            sum(profits.cost_to_serve) as cost_to_serve,
            case
                when count(*) = count(profits.profit) then sum(profits.profit)
            end as profit,
            min(tiers.value) as value_at_cut
        from
            marts.customer_tiers as tiers
            inner join marts.customers as customers on tiers.customer_id = customers.customer_id
            inner join marts.customer_profits as profits on tiers.customer_id = profits.customer_id
        where
            tiers.tier is not null
        group by
            tiers.tier_position
    ),
    prior_tiers as (
        select
            tiers.prior_tier_position as position,
            count(*) as customers,
            sum(customers.prior_revenue) as revenue,
            case
                when count(*) = count(customers.prior_margin) then sum(customers.prior_margin)
            end as margin,
            min(tiers.prior_value) as value_at_cut,
            count(
                case
                    when customers.current_orders > 0 then 1
                end
            ) as retained_customers
        from
            marts.customer_tiers as tiers
            inner join marts.customers as customers on tiers.customer_id = customers.customer_id
        where
            tiers.prior_tier is not null
        group by
            tiers.prior_tier_position
    ),
    totals as (
        select
            (
                select
                    sum(current_revenue)
                from
                    marts.customers
            ) as revenue,
            (
                select
                    sum(customers)
                from
                    current_tiers
            ) as customers,
            (
                select
                    sum(customers)
                from
                    prior_tiers
            ) as prior_customers
    ),
    -- Where somebody is ranked in a window, a tier that nobody is in has 0 customers; else their number is not known.
    figures as (
        select
            tiers.position,
            tiers.tier,
            tiers.action,
            totals.revenue as total_revenue,
            totals.customers as total_customers,
            current_tiers.orders,
            current_tiers.margin,
            current_tiers.unknown_margins,
            current_tiers.cost_to_serve,
            current_tiers.profit,
            current_tiers.value_at_cut,
            prior_tiers.margin as prior_margin,
            prior_tiers.value_at_cut as prior_value_at_cut,
            case
                when totals.customers > 0 then coalesce(current_tiers.customers, 0)
            end as customers,
            case
                when totals.customers > 0 then coalesce(current_tiers.revenue, 0)
            end as revenue,
            case
                when totals.prior_customers > 0 then coalesce(prior_tiers.customers, 0)
            end as prior_customers,
            case
                when totals.prior_customers > 0 then coalesce(prior_tiers.revenue, 0)
            end as prior_revenue,
            case
                when totals.prior_customers > 0 then coalesce(prior_tiers.retained_customers, 0)
            end as retained_customers,
            case
                when totals.prior_customers is null then 'nobody is ranked in the prior window'
                when prior_tiers.customers is null then 'nobody was in the tier in the prior window'
            end as prior_reason
        from
            run.value_tiers as tiers
            cross join totals
            left join current_tiers on tiers.position = current_tiers.position
            left join prior_tiers on tiers.position = prior_tiers.position
        where
            totals.customers > 0
            or totals.prior_customers > 0
    )
select
    position::integer as position,
    tier,
    action,
    customers::integer as customers,
    safe_div(customers, total_customers) as customers_share,
    orders::integer as orders,
    revenue::decimal(18, 4) as revenue,
    case
        when total_revenue > 0 then safe_div(revenue, total_revenue)
    end as revenue_share,
    safe_div(revenue, customers) as average_revenue,
    safe_div(orders, customers) as orders_per_customer,
    margin::decimal(18, 4) as margin,
    cost_to_serve::decimal(18, 4) as cost_to_serve,
    profit::decimal(18, 4) as profit,
    case
        when customers > 0
        and margin is null then 'margin not known for ' || unknown_margins::varchar || ' of ' || customers::varchar || ' customers'
        when coalesce(customers, 0) = 0 then 'nobody is in the tier'
    end as profit_reason,
    value_at_cut::decimal(18, 4) as value_at_cut,
    prior_customers::integer as prior_customers,
    prior_revenue::decimal(18, 4) as prior_revenue,
    prior_margin::decimal(18, 4) as prior_margin,
    prior_value_at_cut::decimal(18, 4) as prior_value_at_cut,
    (customers - prior_customers)::integer as customers_change,
    (revenue - prior_revenue)::decimal(18, 4) as revenue_change,
    case
        when prior_revenue > 0 then safe_div(revenue - prior_revenue, prior_revenue)
    end as revenue_change_rate,
    retained_customers::integer as retained_customers,
    safe_div(retained_customers, prior_customers) as retention_rate,
    prior_reason
from
    figures
