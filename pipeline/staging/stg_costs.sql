-- One row per cost booked up to the as-of date, in the reporting currency at that day's rate.
-- key: cost_number
-- columns:
--   cost_number  Number of the cost, by content
--   cost_date    Date of the cost
--   kind         acquisition, service or retention
--   customer_id  Customer it was spent on, merged duplicates as one
--   campaign_id  Campaign it was spent on
--   channel      Channel it was spent on
--   amount       Amount [reporting currency]
with
    costs as (
        select
            costs.cost_date,
            costs.kind,
            ids.customer_id,
            costs.campaign_id,
            costs.channel,
            (costs.amount * rates.rate)::decimal(18, 4) as amount
        from
            raw.costs as costs
            cross join run.settings as settings
            left join staging.stg_customer_ids as ids on costs.customer_id = ids.source_customer_id
            left join staging.stg_exchange_rates as rates on coalesce(costs.currency, settings.reporting_currency) = rates.currency
            and costs.cost_date >= rates.valid_from
            and costs.cost_date < rates.valid_until
        where
            costs.cost_date <= settings.as_of_date
    )
select
    row_number() over (
        order by
            cost_date,
            kind,
            customer_id,
            campaign_id,
            channel,
            amount
    )::integer as cost_number,
    cost_date,
    kind,
    customer_id,
    campaign_id,
    channel,
    amount
from
    costs
