-- One row per contact with a customer up to the as-of date.
-- key: interaction_id
-- columns:
--   interaction_id    Contact
--   customer_id       Customer, merged duplicates as one
--   interaction_date  Date of the contact
--   channel           Visit, call, mail, chat, social ...
--   direction         Who sought the contact: inbound for the customer, outbound for the company
--   owner             Who of the company took part
--   topic             What it was about
--   campaign_id       Campaign it belongs to
select
    interactions.interaction_id,
    ids.customer_id,
    interactions.interaction_date,
    interactions.channel,
    interactions.direction,
    interactions.owner,
    interactions.topic,
    interactions.campaign_id
from
    raw.interactions as interactions
    inner join staging.stg_customer_ids as ids on interactions.customer_id = ids.source_customer_id
    cross join run.settings as settings
where
    interactions.interaction_date <= settings.as_of_date
