-- Bad rows: numbers of customers won that are not those of single customers or of the sales force, and courses that do not end where the campaign stands
-- severity: error
-- fix: a customer is lost or counts for two; compare marts.acquisition_by_channel, campaign_performance, campaign_returns, campaign_courses and sales_by_group with marts.customer_acquisitions
with
    windows as (
        select
            won_in as period,
            count(*) as customers
        from
            marts.customer_acquisitions
        where
            won_in is not null
        group by
            won_in
    ),
    channels as (
        select
            channels.dimension || ', ' || channels.period as part,
            sum(channels.customers_won) as customers,
            coalesce(windows.customers, 0) as expected_customers
        from
            marts.acquisition_by_channel as channels
            left join windows on channels.period = windows.period
        group by
            channels.dimension,
            channels.period,
            windows.customers
    ),
    -- Whoever wins them and whatever, they are as many.
    held as (
        select
            'customers won by the sales force' as part,
            sales.won_customers as customers,
            count(
                case
                    when acquisitions.won_in = 'current' then 1
                end
            ) as expected_customers
        from
            marts.sales_by_group as sales
            left join marts.customer_acquisitions as acquisitions on true
        where
            sales.dimension = 'all'
        group by
            sales.won_customers
    ),
    buyers as (
        select
            'customers with an order' as part,
            (
                select
                    count(*)
                from
                    marts.customer_acquisitions
            ) as customers,
            count(*) as expected_customers
        from
            marts.customers
        where
            orders > 0
    ),
    members as (
        select
            campaign_id,
            count(*) as customers
        from
            marts.customer_acquisitions
        where
            campaign_id is not null
        group by
            campaign_id
    ),
    campaigns as (
        select
            'campaign ' || performance.campaign_id as part,
            performance.customers_won as customers,
            coalesce(members.customers, 0) as expected_customers
        from
            marts.campaign_performance as performance
            left join members on performance.campaign_id = members.campaign_id
    ),
    returned as (
        select
            'campaign ' || returned.campaign_id || ', days: ' || returned.days as part,
            returned.customers + returned.young_customers as customers,
            performance.customers_won as expected_customers
        from
            marts.campaign_returns as returned
            left join marts.campaign_performance as performance on returned.campaign_id = performance.campaign_id
    ),
    ends as (
        select
            'course of campaign ' || courses.campaign_id as part,
            case
                when courses.margin is not distinct from performance.margin then courses.customers
            end as customers,
            performance.customers_won as expected_customers
        from
            marts.campaign_courses as courses
            inner join run.settings as settings on courses.month_end = settings.as_of_date
            inner join marts.campaign_performance as performance on courses.campaign_id = performance.campaign_id
    ),
    parts as (
        select
            *
        from
            channels
        union all
        select
            *
        from
            held
        union all
        select
            *
        from
            buyers
        union all
        select
            *
        from
            campaigns
        union all
        select
            *
        from
            returned
        union all
        select
            *
        from
            ends
    )
select
    part,
    customers,
    expected_customers
from
    parts
where
    (customers = expected_customers) is not true
