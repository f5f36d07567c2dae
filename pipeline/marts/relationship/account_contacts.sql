-- One row per contact that counts as a contact of an account manager with a customer.
-- In the channels of relationship.two_way_channels both sides speak: such a contact counts whoever sought it. In all others, such
-- as mail, it counts if the company sought it or nothing is said of that, unless a campaign did: a mailing to many is no
-- contact. Who took part need not be on record: the contact is the customer's, whoever of the company it was with.
-- key: interaction_id
-- columns:
--   interaction_id    Contact
--   customer_id       Customer
--   interaction_date  Date of the contact
--   owner             Who of the company took part; NULL where that is not on record
--   is_by_manager     Whether that was the customer's account manager; NULL where either is not known
--   is_two_way        Whether both sides spoke
--   is_in_window      Whether it lies in the relationship.window_days up to the as-of date
select
    interactions.interaction_id,
    interactions.customer_id,
    interactions.interaction_date,
    interactions.owner,
    interactions.owner = customers.owner as is_by_manager,
    channels.value is not null as is_two_way,
    interactions.interaction_date > settings.as_of_date - settings.relationship_window_days as is_in_window
from
    staging.stg_interactions as interactions
    inner join marts.customers as customers on interactions.customer_id = customers.customer_id
    cross join run.settings as settings
    left join run.relationship_two_way_channels as channels on lower(trim(interactions.channel)) = channels.value
where
    channels.value is not null
    or (
        interactions.direction is distinct from 'inbound'
        and interactions.campaign_id is null
    )
