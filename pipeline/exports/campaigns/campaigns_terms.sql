-- One row per run: the rules by which campaigns are judged, and the record that they rest on.
-- columns:
--   attribution_days        A conversion wins a customer that first ordered so many days later at the latest [days]
--   payback_months          Months within which customers may pay back what they cost [months]
--   min_customers           Of fewer customers neither months to pay back nor CLV : CAC, of a channel or campaign, are told [customers]
--   campaigns               Campaigns that began by the as-of date [campaigns]
--   first_spend_date        Day of the first spend on record; NULL without one
--   spend                   All spend on record [reporting currency]
--   unknown_orders          Orders that name a campaign that is not on record [orders]
--   unrecorded_customers    Customers with an order who had a deal before it: nothing on record won them [customers]
--   conversion_customers    Customers won by a campaign by a conversion, not by what their first order names [customers]
--   lost_after_days         A customer without an order for longer than this is lost; NULL where it cannot be found [days]
--   confidence              Chance with which intervals hold [0 to 1]
with
    spend as (
        select
            min(spend_date) as first_spend_date,
            coalesce(sum(amount), 0) as spend
        from
            marts.acquisition_spend
    ),
    unknown as (
        select
            count(*) as orders
        from
            marts.orders as orders
            left join marts.campaigns as campaigns on orders.campaign_id = campaigns.campaign_id
        where
            orders.order_count > 0
            and orders.campaign_id is not null
            and campaigns.campaign_id is null
    ),
    campaigns as (
        select
            count(*) as campaigns
        from
            marts.campaigns
    ),
    customers as (
        select
            count(
                case
                    when not is_on_record then 1
                end
            ) as unrecorded_customers,
            count(
                case
                    when basis <> 'order' then 1
                end
            ) as conversion_customers
        from
            marts.customer_acquisitions
    )
select
    settings.campaigns_attribution_days::integer as attribution_days,
    settings.campaigns_payback_months::integer as payback_months,
    settings.campaigns_min_customers::integer as min_customers,
    campaigns.campaigns::integer as campaigns,
    spend.first_spend_date,
    spend.spend::double as spend,
    unknown.orders::integer as unknown_orders,
    customers.unrecorded_customers::integer as unrecorded_customers,
    customers.conversion_customers::integer as conversion_customers,
    lost_after.days::integer as lost_after_days,
    settings.prediction_confidence::double as confidence
from
    run.settings as settings
    cross join campaigns
    cross join spend
    cross join unknown
    cross join customers
    left join marts.lost_after as lost_after on true
order by
    campaigns.campaigns
