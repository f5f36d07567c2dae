-- One row per campaign that won customers and month end since it began: what they had brought by then, against its cost.
-- key: campaign_id, month_end
-- columns:
--   campaign_id  Campaign
--   month_end    Last day of the month, or the as-of date
--   customers    Customers won by then [customers]
--   margin       Margin of their orders and refunds by then; NULL where that of any is not known [reporting currency]
--   cost         What the campaign cost in all; NULL where that is not known [reporting currency]
--   cost_share   Margin by cost, 1 where it has paid back; NULL where either is not known or the cost is 0
with
    spans as (
        select
            campaigns.campaign_id,
            campaigns.cost,
            months.month_end
        from
            marts.campaigns as campaigns
            inner join marts.campaign_performance as performance on campaigns.campaign_id = performance.campaign_id
            inner join marts.month_ends as months on campaigns.start_date <= months.month_end
        where
            performance.customers_won > 0
    ),
    won as (
        select
            spans.campaign_id,
            spans.month_end,
            count(acquisitions.customer_id) as customers
        from
            spans
            left join marts.customer_acquisitions as acquisitions on spans.campaign_id = acquisitions.campaign_id
            and acquisitions.won_date <= spans.month_end
        group by
            spans.campaign_id,
            spans.month_end
    ),
    months as (
        select
            acquisitions.campaign_id,
            least(last_day(orders.order_date), settings.as_of_date) as month_end,
            count(*) as orders,
            count(orders.margin) as known_orders,
            sum(orders.margin) as margin
        from
            marts.customer_acquisitions as acquisitions
            cross join run.settings as settings
            inner join marts.orders as orders on acquisitions.customer_id = orders.customer_id
        where
            acquisitions.campaign_id is not null
        group by
            acquisitions.campaign_id,
            least(last_day(orders.order_date), settings.as_of_date)
    ),
    brought as (
        select
            spans.campaign_id,
            spans.month_end,
            case
                when coalesce(sum(months.orders), 0) = coalesce(sum(months.known_orders), 0) then coalesce(sum(months.margin), 0)
            end as margin
        from
            spans
            left join months on spans.campaign_id = months.campaign_id
            and months.month_end <= spans.month_end
        group by
            spans.campaign_id,
            spans.month_end
    )
select
    spans.campaign_id,
    spans.month_end,
    won.customers::integer as customers,
    brought.margin::decimal(18, 4) as margin,
    spans.cost,
    safe_div(brought.margin, spans.cost) as cost_share
from
    spans
    inner join won on spans.campaign_id = won.campaign_id
    and spans.month_end = won.month_end
    inner join brought on spans.campaign_id = brought.campaign_id
    and spans.month_end = brought.month_end
