-- One row per tier of the customer pyramid, compared with the prior window; none where nobody bought in either.
-- Customers by tier: marts.customer_tiers. A tier that nobody is in has 0 customers, revenue 0, and NULL for the rest.
-- Changes compare whoever is in the tier with whoever was in it; of those who were, it says what became of them. Where
-- history does not cover the prior window (marts.revenue_totals) its figures are what is on record and nothing is compared.
-- key: position
-- columns:
--   position                Number of the tier, from 1 at the top
--   tier                    Tier
--   action                  What to do for customers of the tier, by settings.value.tiers
--   customers               Customers in the tier [customers]
--   customers_share         Share of the ranked customers
--   planned_customers       Customers it would hold if no two were of equal value: ceil(top_share x n) less the like for
--                           the tiers above [customers]
--   is_swollen              Whether equal values make it larger than settings.value.swollen_tier_factor times that
--   orders                  Orders in the window [orders]
--   revenue                 Revenue in the window [reporting currency]
--   revenue_share           Share of the revenue of all customers; NULL where that is not positive
--   average_revenue         Revenue per customer [reporting currency]
--   orders_per_customer     Orders per customer [orders]
--   margin                  Margin in the window; NULL where that of a customer is not known [reporting currency]
--   cost_to_serve           Cost to serve in the window; NULL where no such cost is supplied [reporting currency]
--   profit                  Margin less cost to serve; NULL where margin is [reporting currency]
--   profit_rate             Profit as share of revenue; NULL where revenue is not positive
--   bad_customers           Customers in the tier that make a loss; NULL where no profit is known [customers]
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
--   retention_low           Lower end of the interval of prediction.confidence by Wilson: of few customers the rate says little
--   retention_high          Upper end of that interval
--   kept_customers          Customers of the prior window's tier that are still in it [customers]
--   fallen_customers        Customers of the prior window's tier in a lower one, or without a purchase [customers]
--   fallen_revenue_change   Their revenue less that of the prior window [reporting currency]
--   prior_reason            Why there is nothing to compare with
-- checks:
--   planned customers are all that are ranked: planned_customers is null
--     or (select sum(planned_customers) = sum(customers) from marts.value_by_tier)
--   who is still in a tier bought again, and who fell from it is another: kept_customers is null
--     or (kept_customers <= retained_customers and kept_customers + fallen_customers <= prior_customers)
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
            case
                when count(profits.profit) > 0 then count(
                    case
                        when profits.profit_class = 'bad' then 1
                    end
                )
            end as bad_customers,
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
            ) as retained_customers,
            count(
                case
                    when tiers.movement = 'same' then 1
                end
            ) as kept_customers,
            count(
                case
                    when tiers.movement in ('down', 'lapsed') then 1
                end
            ) as fallen_customers,
            sum(
                case
                    when tiers.movement in ('down', 'lapsed') then coalesce(customers.current_revenue, 0) - customers.prior_revenue
                    else 0
                end
            ) as fallen_revenue_change
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
            compared.is_prior_complete,
            compared.change_reason,
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
        from
            marts.revenue_totals as compared
    ),
    -- In decimals, as in customer_tiers.
    planned as (
        select
            tiers.position,
            ceil(tiers.top_share::decimal(20, 9) * totals.customers) - lag (ceil(tiers.top_share::decimal(20, 9) * totals.customers), 1, 0) over (
                order by
                    tiers.position
            ) as customers,
            tiers.position = max(tiers.position) over () as is_last
        from
            run.value_tiers as tiers
            cross join totals
    ),
    -- Where somebody is ranked in a window, a tier that nobody is in has 0 customers; else their number is not known.
    figures as (
        select
            tiers.position,
            tiers.tier,
            tiers.action,
            totals.revenue as total_revenue,
            totals.customers as total_customers,
            planned.customers as planned_customers,
            planned.is_last,
            current_tiers.orders,
            current_tiers.margin,
            current_tiers.unknown_margins,
            current_tiers.cost_to_serve,
            current_tiers.profit,
            current_tiers.bad_customers,
            current_tiers.value_at_cut,
            prior_tiers.margin as prior_margin,
            prior_tiers.value_at_cut as prior_value_at_cut,
            totals.is_prior_complete
            and totals.prior_customers > 0 as is_compared,
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
            coalesce(prior_tiers.retained_customers, 0) as retained_customers,
            coalesce(prior_tiers.kept_customers, 0) as kept_customers,
            coalesce(prior_tiers.fallen_customers, 0) as fallen_customers,
            coalesce(prior_tiers.fallen_revenue_change, 0) as fallen_revenue_change,
            case
                when not totals.is_prior_complete then totals.change_reason
                when totals.prior_customers is null then 'nobody is ranked in the prior window'
                when prior_tiers.customers is null then 'nobody was in the tier in the prior window'
            end as prior_reason
        from
            run.value_tiers as tiers
            cross join totals
            inner join planned on tiers.position = planned.position
            left join current_tiers on tiers.position = current_tiers.position
            left join prior_tiers on tiers.position = prior_tiers.position
        where
            totals.customers > 0
            or totals.prior_customers > 0
    ),
    -- Of two windows of which one is recorded in part there is no change, and nobody has left.
    compared as (
        select
            position,
            (customers - prior_customers)::integer as customers_change,
            (revenue - prior_revenue)::decimal(18, 4) as revenue_change,
            case
                when prior_revenue > 0 then safe_div(revenue - prior_revenue, prior_revenue)
            end as revenue_change_rate,
            retained_customers::integer as retained_customers,
            safe_div(retained_customers, prior_customers) as retention_rate,
            wilson_low (retained_customers, prior_customers, intervals.normal_quantile) as retention_low,
            wilson_high (retained_customers, prior_customers, intervals.normal_quantile) as retention_high,
            kept_customers::integer as kept_customers,
            fallen_customers::integer as fallen_customers,
            fallen_revenue_change::decimal(18, 4) as fallen_revenue_change
        from
            figures
            cross join marts.interval_quantile as intervals
        where
            is_compared
    )
select
    figures.position::integer as position,
    figures.tier,
    figures.action,
    figures.customers::integer as customers,
    safe_div(figures.customers, figures.total_customers) as customers_share,
    figures.planned_customers::integer as planned_customers,
    -- The last tier takes what ties leave, and values of zero or less: no share is exceeded there by equal values.
    case
        when figures.customers is not null then not figures.is_last
        and figures.customers > settings.value_swollen_tier_factor * figures.planned_customers
    end as is_swollen,
    figures.orders::integer as orders,
    figures.revenue::decimal(18, 4) as revenue,
    case
        when figures.total_revenue > 0 then safe_div(figures.revenue, figures.total_revenue)
    end as revenue_share,
    safe_div(figures.revenue, figures.customers) as average_revenue,
    safe_div(figures.orders, figures.customers) as orders_per_customer,
    figures.margin::decimal(18, 4) as margin,
    figures.cost_to_serve::decimal(18, 4) as cost_to_serve,
    figures.profit::decimal(18, 4) as profit,
    case
        when figures.revenue > 0 then safe_div(figures.profit, figures.revenue)
    end as profit_rate,
    figures.bad_customers::integer as bad_customers,
    case
        when figures.customers > 0
        and figures.margin is null then 'margin not known for ' || figures.unknown_margins::varchar || ' of ' || figures.customers::varchar || ' customers'
        when coalesce(figures.customers, 0) = 0 then 'nobody is in the tier'
    end as profit_reason,
    figures.value_at_cut::decimal(18, 4) as value_at_cut,
    figures.prior_customers::integer as prior_customers,
    figures.prior_revenue::decimal(18, 4) as prior_revenue,
    figures.prior_margin::decimal(18, 4) as prior_margin,
    figures.prior_value_at_cut::decimal(18, 4) as prior_value_at_cut,
    compared.customers_change,
    compared.revenue_change,
    compared.revenue_change_rate,
    compared.retained_customers,
    compared.retention_rate,
    compared.retention_low,
    compared.retention_high,
    compared.kept_customers,
    compared.fallen_customers,
    compared.fallen_revenue_change,
    figures.prior_reason
from
    figures
    cross join run.settings as settings
    left join compared on figures.position = compared.position
