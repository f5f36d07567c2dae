-- One row per campaign that began by the as-of date.
-- key: campaign_id
-- columns:
--   campaign_id  Campaign
--   name         Name of the campaign
--   channel      Mail, phone, visit, web, social ...
--   start_date   First day
--   end_date     Last day
--   cost         What it cost in all, at the first day's rate [reporting currency]
--   reach        Persons reached [persons]
select
    campaigns.campaign_id,
    campaigns.name,
    campaigns.channel,
    campaigns.start_date,
    campaigns.end_date,
    (campaigns.cost * rates.rate)::decimal(18, 4) as cost,
    campaigns.reach
from
    raw.campaigns as campaigns
    cross join run.settings as settings
    left join staging.stg_exchange_rates as rates on coalesce(campaigns.currency, settings.reporting_currency) = rates.currency
    and campaigns.start_date >= rates.valid_from
    and campaigns.start_date < rates.valid_until
where
    campaigns.start_date <= settings.as_of_date
