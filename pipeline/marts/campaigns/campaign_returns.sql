-- One row per campaign and number of days since the first order: what the customers won had brought by then.
-- Days are those of campaigns.horizons_days. Customers for whom that time is not over are left out, and counted; what they cost is left
-- out likewise: the return holds the margin of a customer against the cost of winning one.
-- key: campaign_id, days
-- columns:
--   campaign_id          Campaign
--   days                 Days from the first order of each customer [days]
--   customers            Customers won who have had so long [customers]
--   young_customers      Customers won who have not [customers]
--   revenue              Revenue of the former within the days; NULL where there are none [reporting currency]
--   margin               Their margin; NULL where there are none, or that of any order is not known [reporting currency]
--   margin_per_customer  Margin by these customers [reporting currency]
--   return_rate          Margin less cost, of a customer, by cost; NULL where either is not known or the cost is 0
with
    days as (
        select
            value as days
        from
            run.campaigns_horizons_days
    ),
    members as (
        select
            acquisitions.campaign_id,
            acquisitions.customer_id,
            acquisitions.won_date,
            days.days,
            acquisitions.won_date + days.days <= settings.as_of_date as is_over
        from
            marts.customer_acquisitions as acquisitions
            cross join days
            cross join run.settings as settings
        where
            acquisitions.campaign_id is not null
    ),
    counted as (
        select
            campaign_id,
            days,
            count(
                case
                    when is_over then 1
                end
            ) as customers,
            count(
                case
                    when not is_over then 1
                end
            ) as young_customers
        from
            members
        group by
            campaign_id,
            days
    ),
    brought as (
        select
            members.campaign_id,
            members.days,
            sum(orders.revenue) as revenue,
            case
                when count(*) = count(orders.margin) then sum(orders.margin)
            end as margin
        from
            members
            inner join marts.orders as orders on members.customer_id = orders.customer_id
            and orders.order_date < members.won_date + members.days
        where
            members.is_over
        group by
            members.campaign_id,
            members.days
    ),
    joined as (
        select
            campaigns.campaign_id,
            days.days,
            campaigns.cost_per_customer,
            coalesce(counted.customers, 0) as customers,
            coalesce(counted.young_customers, 0) as young_customers,
            brought.revenue,
            brought.margin,
            safe_div(brought.margin, counted.customers) as margin_per_customer
        from
            marts.campaign_performance as campaigns
            cross join days
            left join counted on campaigns.campaign_id = counted.campaign_id
            and days.days = counted.days
            left join brought on campaigns.campaign_id = brought.campaign_id
            and days.days = brought.days
    )
select
    campaign_id,
    days::integer as days,
    customers::integer as customers,
    young_customers::integer as young_customers,
    revenue::decimal(18, 4) as revenue,
    margin::decimal(18, 4) as margin,
    margin_per_customer,
    safe_div(margin_per_customer - cost_per_customer, cost_per_customer) as return_rate
from
    joined
