-- One row per answer to a campaign up to the as-of date.
-- key: response_number
-- columns:
--   response_number  Number of the answer, by content
--   campaign_id      Campaign answered
--   customer_id      Customer that answered, merged duplicates as one
--   lead_id          Lead that answered
--   response_date    Date of the answer
--   response         What the answer was: opened, responded, converted, opted_out
with
    responses as (
        select
            responses.campaign_id,
            ids.customer_id,
            responses.lead_id,
            responses.response_date,
            responses.response
        from
            raw.campaign_responses as responses
            cross join run.settings as settings
            left join staging.stg_customer_ids as ids on responses.customer_id = ids.source_customer_id
        where
            responses.response_date <= settings.as_of_date
    )
select
    row_number() over (
        order by
            response_date,
            campaign_id,
            customer_id,
            lead_id,
            response
    )::integer as response_number,
    campaign_id,
    customer_id,
    lead_id,
    response_date,
    response
from
    responses
