-- One row per customer with an order: when and through what it was won.
-- A campaign won the customer if its first order names it, of several orders of that day the one with the least order_id; or else if
-- the customer, or the lead that became the customer, converted and first ordered no more than campaigns.attribution_days later: the
-- last such conversion counts, of one day the one with the least campaign_id. A customer counts for one campaign. Who had a deal before its first
-- order on record was a customer before it, and no campaign on record won it; it counts as won on the day of that deal, as new customers do
-- everywhere. The channel is that of the campaign, else the source in the
-- customer's file, else that of its lead. Lifetime value is margin throughout: that of all orders to date and the predicted value, which is
-- margin too, or the former alone where nothing is predicted. Neither what winning nor what serving the customer cost is taken off, for of what is still to come
-- serving is not predicted: customer_lifetime_values takes both off the past. Where value is revenue, for costs of goods are not known, there is none.
-- key: customer_id
-- columns:
--   customer_id      Customer
--   won_date         Date of the first deal: the first order, or before it by the customer's file
--   is_on_record     Whether the first deal is an order on record; of the others nothing tells what won them
--   campaign_id      Campaign that won the customer; NULL for the others
--   campaign         Name of that campaign, see campaigns.label
--   basis            How that is known: order, conversion, conversion of the lead; NULL without a campaign
--   channel          Channel through which it was won; NULL where nothing tells
--   channel_basis    campaign, customer file or lead; NULL without a channel
--   won_in           Window it was won in: current or prior; NULL where it was won earlier
--   lifetime_value   Margin to date and to come, before what winning and serving it cost; NULL where it is not known [reporting currency]
--   is_predicted     Whether what is still to come is in it; NULL without one
-- checks:
--   only customers on record were won by a campaign: campaign_id is null or is_on_record
--   a channel says where it is from: (channel is null) = (channel_basis is null)
with
    firsts as (
        select
            customers.customer_id,
            customers.first_order_date,
            customers.first_deal_date,
            customers.first_deal_date = customers.first_order_date as is_on_record,
            customers.source,
            customers.margin
        from
            marts.customers as customers
        where
            customers.orders > 0
    ),
    named as (
        select
            firsts.customer_id,
            orders.campaign_id,
            row_number() over (
                partition by
                    firsts.customer_id
                order by
                    orders.order_id
            ) as choice
        from
            firsts
            inner join marts.orders as orders on firsts.customer_id = orders.customer_id
            and firsts.first_order_date = orders.order_date
            inner join marts.campaigns as campaigns on orders.campaign_id = campaigns.campaign_id
        where
            firsts.is_on_record
            and orders.order_count > 0
    ),
    answers as (
        select
            responses.campaign_id,
            responses.response_date,
            coalesce(responses.customer_id, leads.customer_id) as customer_id,
            case
                when responses.customer_id is null then 'conversion of the lead'
                else 'conversion'
            end as basis
        from
            staging.stg_campaign_responses as responses
            inner join marts.campaigns as campaigns on responses.campaign_id = campaigns.campaign_id
            left join staging.stg_leads as leads on responses.lead_id = leads.lead_id
        where
            responses.response = 'converted'
    ),
    converted as (
        select
            firsts.customer_id,
            answers.campaign_id,
            answers.basis,
            row_number() over (
                partition by
                    firsts.customer_id
                order by
                    answers.response_date desc,
                    answers.campaign_id,
                    answers.basis
            ) as choice
        from
            firsts
            cross join run.settings as settings
            inner join answers on firsts.customer_id = answers.customer_id
            and answers.response_date <= firsts.first_order_date
            and firsts.first_order_date <= answers.response_date + settings.campaigns_attribution_days
        where
            firsts.is_on_record
    ),
    sources as (
        select
            customer_id,
            source
        from
            marts.leads
        where
            became = 'new customer'
    ),
    attributed as (
        select
            firsts.*,
            coalesce(named.campaign_id, converted.campaign_id) as campaign_id,
            case
                when named.campaign_id is not null then 'order'
                else converted.basis
            end as basis,
            sources.source as lead_source
        from
            firsts
            left join named on firsts.customer_id = named.customer_id
            and named.choice = 1
            left join converted on firsts.customer_id = converted.customer_id
            and converted.choice = 1
            left join sources on firsts.customer_id = sources.customer_id
    )
select
    attributed.customer_id,
    attributed.first_deal_date as won_date,
    attributed.is_on_record,
    attributed.campaign_id,
    campaigns.label as campaign,
    attributed.basis,
    coalesce(campaigns.channel, attributed.source, attributed.lead_source) as channel,
    case
        when campaigns.channel is not null then 'campaign'
        when attributed.source is not null then 'customer file'
        when attributed.lead_source is not null then 'lead'
    end as channel_basis,
    case
        when attributed.first_deal_date > settings.as_of_date - settings.analysis_window_days then 'current'
        when attributed.first_deal_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
    end as won_in,
    case
        when lifetimes.basis = 'margin' then attributed.margin + coalesce(lifetimes.predicted_value, 0)
    end::decimal(18, 4) as lifetime_value,
    case
        when lifetimes.basis = 'margin'
        and attributed.margin is not null then lifetimes.predicted_value is not null
    end as is_predicted
from
    attributed
    cross join run.settings as settings
    left join marts.customer_lifetime_values as lifetimes on attributed.customer_id = lifetimes.customer_id
    left join marts.campaigns as campaigns on attributed.campaign_id = campaigns.campaign_id
