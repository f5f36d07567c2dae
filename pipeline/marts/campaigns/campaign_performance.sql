-- One row per campaign: the customers that it won, what they have brought to date, and whether that pays for it.
-- Customers won are those of customer_acquisitions; they bring what they order, whatever led to it. Existing customers are those who ordered
-- by the campaign, by orders that name it, and were customers already: of them these orders alone count, and stand apart, for nobody
-- knows what they would have bought without it. Margin is of all orders and refunds up to the as-of date. Payback is the time from
-- the first day of the campaign to the day on which the margin of the customers won, in sum, had first reached its cost. Whether customers
-- stayed is asked of those who were won longer ago than a customer may be silent (lost_after): who was won later cannot be lost yet.
-- key: campaign_id
-- columns:
--   campaign_id         Campaign
--   cost                What it cost in all; NULL where that is not known [reporting currency]
--   customers_won       Customers won [customers]
--   followed_customers  Those of them who could be lost by now: won longer ago than a customer may be silent [customers]
--   active_customers    Those followed who are customers still on the as-of date: first-time, repeat or loyal [customers]
--   active_rate         Share of those followed; NULL where there are none [0 to 1]
--   active_low          Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   active_high         Upper end [0 to 1]
--   revenue             Revenue of the customers won [reporting currency]
--   margin              Margin of the customers won; NULL where that of any order is not known [reporting currency]
--   cost_per_customer   Cost by customers won; NULL where cost is not known or nobody was won [reporting currency]
--   lifetime_value      Margin of a customer won, to date and to come, before what winning and serving it cost, mean of those of whom it is known [reporting currency]
--   valued_customers    Customers won of whom it is known [customers]
--   value_to_cost       Lifetime value by cost per customer (CLV : CAC); NULL where either is not known, the cost is 0, or the value is that of
--                       fewer customers than campaigns.min_customers
--   return_rate         Margin of the customers won less cost, by cost; NULL where either is not known or the cost is 0
--   existing_customers  Existing customers who ordered by it [customers]
--   existing_orders     Their orders that name it [orders]
--   existing_revenue    Revenue of these orders [reporting currency]
--   existing_margin     Margin of these orders; NULL where that of any is not known [reporting currency]
--   whole_return_rate   Margin of the customers won and of these orders less cost, by cost: what it brought at most
--   payback_date        Day on which it had paid back; NULL where it has not, or that is not known
--   payback_days        Days from its first day to then, 0 where that was before it [days]
--   payback_reason      Why there is none: cost not known, nobody won, margin not known, not paid back yet; NULL where there is one
-- checks:
--   a payback or a reason: (payback_date is null) = (payback_reason is not null)
--   no more are active than followed: active_customers <= followed_customers
--   no more are followed than won: followed_customers <= customers_won
with
    members as (
        select
            acquisitions.campaign_id,
            acquisitions.customer_id,
            acquisitions.lifetime_value,
            case
                when settings.as_of_date - acquisitions.won_date > lost_after.days then 1
                else 0
            end as is_followed,
            case
                when settings.as_of_date - acquisitions.won_date > lost_after.days
                and states.state in ('first-time', 'repeat', 'loyal') then 1
                else 0
            end as is_active
        from
            marts.customer_acquisitions as acquisitions
            cross join run.settings as settings
            left join marts.lost_after as lost_after on true
            left join marts.customer_states as states on acquisitions.customer_id = states.customer_id
            and settings.as_of_date = states.month_end
        where
            acquisitions.campaign_id is not null
    ),
    won as (
        select
            campaign_id,
            count(*) as customers,
            sum(is_followed) as followed_customers,
            sum(is_active) as active_customers,
            count(lifetime_value) as valued_customers,
            sum(lifetime_value) as lifetime_value
        from
            members
        group by
            campaign_id
    ),
    days as (
        select
            members.campaign_id,
            orders.order_date,
            sum(orders.revenue) as revenue,
            count(*) as orders,
            count(orders.margin) as known_orders,
            sum(orders.margin) as margin
        from
            members
            inner join marts.orders as orders on members.customer_id = orders.customer_id
        group by
            members.campaign_id,
            orders.order_date
    ),
    brought as (
        select
            campaign_id,
            sum(revenue) as revenue,
            case
                when sum(orders) = sum(known_orders) then sum(margin)
            end as margin
        from
            days
        group by
            campaign_id
    ),
    running as (
        select
            campaign_id,
            order_date,
            sum(margin) over (
                partition by
                    campaign_id
                order by
                    order_date
            ) as margin
        from
            days
    ),
    paid_back as (
        select
            running.campaign_id,
            min(running.order_date) as payback_date
        from
            running
            inner join marts.campaigns as campaigns on running.campaign_id = campaigns.campaign_id
        where
            running.margin >= campaigns.cost
        group by
            running.campaign_id
    ),
    existing as (
        select
            orders.campaign_id,
            count(distinct orders.customer_id) as customers,
            count(*) as orders,
            sum(orders.revenue) as revenue,
            case
                when count(*) = count(orders.margin) then sum(orders.margin)
            end as margin
        from
            marts.orders as orders
            left join members on orders.customer_id = members.customer_id
            and orders.campaign_id = members.campaign_id
        where
            orders.order_count > 0
            and orders.campaign_id is not null
            and members.customer_id is null
        group by
            orders.campaign_id
    ),
    joined as (
        select
            campaigns.campaign_id,
            campaigns.start_date,
            campaigns.cost,
            coalesce(won.customers, 0) as customers_won,
            coalesce(won.followed_customers, 0) as followed_customers,
            coalesce(won.active_customers, 0) as active_customers,
            coalesce(won.valued_customers, 0) as valued_customers,
            safe_div(won.lifetime_value, won.valued_customers) as lifetime_value,
            coalesce(brought.revenue, 0) as revenue,
            case
                when won.customers is null then 0
                else brought.margin
            end as margin,
            coalesce(existing.customers, 0) as existing_customers,
            coalesce(existing.orders, 0) as existing_orders,
            coalesce(existing.revenue, 0) as existing_revenue,
            case
                when existing.customers is null then 0
                else existing.margin
            end as existing_margin,
            paid_back.payback_date
        from
            marts.campaigns as campaigns
            left join won on campaigns.campaign_id = won.campaign_id
            left join brought on campaigns.campaign_id = brought.campaign_id
            left join existing on campaigns.campaign_id = existing.campaign_id
            left join paid_back on campaigns.campaign_id = paid_back.campaign_id
    ),
    reasoned as (
        select
            joined.*,
            safe_div(joined.cost, joined.customers_won) as cost_per_customer,
            case
                when joined.cost is null then 'cost not known'
                when joined.customers_won = 0 then 'nobody won'
                when joined.margin is null then 'margin not known'
                when joined.payback_date is null then 'not paid back yet'
            end as payback_reason
        from
            joined
    )
select
    reasoned.campaign_id,
    reasoned.cost,
    reasoned.customers_won::integer as customers_won,
    reasoned.followed_customers::integer as followed_customers,
    reasoned.active_customers::integer as active_customers,
    safe_div(reasoned.active_customers, reasoned.followed_customers) as active_rate,
    wilson_low (reasoned.active_customers, reasoned.followed_customers, quantiles.normal_quantile) as active_low,
    wilson_high (reasoned.active_customers, reasoned.followed_customers, quantiles.normal_quantile) as active_high,
    reasoned.revenue::decimal(18, 4) as revenue,
    reasoned.margin::decimal(18, 4) as margin,
    reasoned.cost_per_customer,
    reasoned.lifetime_value,
    reasoned.valued_customers::integer as valued_customers,
    case
        when reasoned.valued_customers >= settings.campaigns_min_customers then safe_div(reasoned.lifetime_value, reasoned.cost_per_customer)
    end as value_to_cost,
    safe_div(reasoned.margin - reasoned.cost, reasoned.cost) as return_rate,
    reasoned.existing_customers::integer as existing_customers,
    reasoned.existing_orders::integer as existing_orders,
    reasoned.existing_revenue::decimal(18, 4) as existing_revenue,
    reasoned.existing_margin::decimal(18, 4) as existing_margin,
    safe_div(reasoned.margin + reasoned.existing_margin - reasoned.cost, reasoned.cost) as whole_return_rate,
    case
        when reasoned.payback_reason is null then reasoned.payback_date
    end as payback_date,
    case
        when reasoned.payback_reason is null then greatest(reasoned.payback_date - reasoned.start_date, 0)
    end::integer as payback_days,
    reasoned.payback_reason
from
    reasoned
    cross join marts.interval_quantile as quantiles
    cross join run.settings as settings
