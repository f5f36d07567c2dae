-- One row per sum spent to win customers: what the books say of acquisition, and what campaigns cost beyond it.
-- Nothing counts twice: where a cost is booked on a campaign, only what the campaign cost beyond all that is booked on it is added, on
-- its first day. Costs of service and retention are left out, and those of internal customers. What is spent goes to the channel
-- of its campaign, else that of the cost, else that which won the customer that it was booked on; where none of them is known
-- it is not attributed.
-- key: spend_number
-- columns:
--   spend_number  Number of the sum, those booked first
--   spend_date    Day it was spent
--   basis         booked, or campaign beyond what is booked
--   campaign_id   Campaign it was spent on; NULL where that is none that began by the as-of date
--   channel       Channel it counts for; NULL where it is not attributed
--   customer_id   Customer it was booked on
--   amount        Amount [reporting currency]
--   spent_in      Window it was spent in: current or prior; NULL for earlier
with
    spent as (
        select
            costs.cost_number as number,
            costs.cost_date as spend_date,
            'booked' as basis,
            campaigns.campaign_id,
            coalesce(campaigns.channel, costs.channel, acquisitions.channel) as channel,
            costs.customer_id,
            costs.amount
        from
            staging.stg_costs as costs
            left join marts.campaigns as campaigns on costs.campaign_id = campaigns.campaign_id
            left join staging.stg_customers as customers on costs.customer_id = customers.customer_id
            left join marts.customer_acquisitions as acquisitions on costs.customer_id = acquisitions.customer_id
        where
            costs.kind = 'acquisition'
            and (
                costs.customer_id is null
                or customers.kind <> 'internal'
            )
        union all
        select
            null,
            start_date,
            'campaign beyond what is booked',
            campaign_id,
            channel,
            null,
            cost - coalesce(booked_cost, 0)
        from
            marts.campaigns
        where
            cost > coalesce(booked_cost, 0)
    )
select
    row_number() over (
        order by
            spent.basis,
            spent.number,
            spent.campaign_id
    )::integer as spend_number,
    spent.spend_date,
    spent.basis,
    spent.campaign_id,
    spent.channel,
    spent.customer_id,
    spent.amount::decimal(18, 4) as amount,
    case
        when spent.spend_date > settings.as_of_date - settings.analysis_window_days then 'current'
        when spent.spend_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
    end as spent_in
from
    spent
    cross join run.settings as settings
