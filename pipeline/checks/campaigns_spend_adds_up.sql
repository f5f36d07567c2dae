-- Bad rows: sums of what was spent to win customers that are not all of it, once
-- severity: error
-- fix: a spend is lost or counts twice; compare marts.acquisition_spend and marts.acquisition_by_channel with staging.stg_costs and staging.stg_campaigns
with
    booked as (
        select
            costs.campaign_id,
            costs.kind,
            costs.amount
        from
            staging.stg_costs as costs
            left join staging.stg_customers as customers on costs.customer_id = customers.customer_id
        where
            (customers.kind = 'internal') is not true
    ),
    by_campaign as (
        select
            campaigns.campaign_id,
            campaigns.cost,
            sum(booked.amount) as booked_cost
        from
            staging.stg_campaigns as campaigns
            left join booked on campaigns.campaign_id = booked.campaign_id
        group by
            campaigns.campaign_id,
            campaigns.cost
    ),
    expected as (
        select
            (
                select
                    coalesce(sum(amount), 0)
                from
                    booked
                where
                    kind = 'acquisition'
            ) + (
                select
                    coalesce(sum(cost - coalesce(booked_cost, 0)), 0)
                from
                    by_campaign
                where
                    cost > coalesce(booked_cost, 0)
            ) as amount
    ),
    spent as (
        select
            'all spend' as part,
            (
                select
                    coalesce(sum(amount), 0)
                from
                    marts.acquisition_spend
            ) as amount,
            expected.amount as expected_amount
        from
            expected
    ),
    campaigns as (
        select
            'campaign ' || campaigns.campaign_id as part,
            coalesce(sum(spend.amount), 0) as amount,
            coalesce(campaigns.acquisition_cost, 0) as expected_amount
        from
            marts.campaigns as campaigns
            left join marts.acquisition_spend as spend on campaigns.campaign_id = spend.campaign_id
        group by
            campaigns.campaign_id,
            campaigns.acquisition_cost
    ),
    windows as (
        select
            spent_in as period,
            sum(amount) as amount
        from
            marts.acquisition_spend
        where
            spent_in is not null
        group by
            spent_in
    ),
    channels as (
        select
            channels.dimension || ', ' || channels.period as part,
            sum(channels.spend) as amount,
            coalesce(windows.amount, 0) as expected_amount
        from
            marts.acquisition_by_channel as channels
            left join windows on channels.period = windows.period
        group by
            channels.dimension,
            channels.period,
            windows.amount
    ),
    parts as (
        select
            *
        from
            spent
        union all
        select
            *
        from
            campaigns
        union all
        select
            *
        from
            channels
    )
select
    part,
    amount,
    expected_amount
from
    parts
where
    (amount = expected_amount) is not true
