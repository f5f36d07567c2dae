-- One row per customer marked not to be contacted whom the company contacted in the window of contacts.
-- Every contact counts that the company sought, by whatever channel and whoever of it, mailings of campaigns too; one that the
-- customer sought, or of which nothing is said, does not. The mark is that of the as-of date: since when it holds is not on record.
-- key: customer_id
-- columns:
--   customer_id         Customer
--   contacts            Contacts that the company sought in the relationship.window_days up to the as-of date [contacts]
--   campaign_contacts   Those of them that were mailings of campaigns [contacts]
--   last_contact_date   Date of the last of them
--   people              Who of the company took part, by name; NULL where that is on record of none
--   unnamed_contacts    Contacts of which it is not on record, but for mailings [contacts]
-- checks:
--   mailings are contacts: campaign_contacts + unnamed_contacts <= contacts
with
    sought as (
        select
            interactions.customer_id,
            interactions.interaction_date,
            interactions.owner,
            interactions.campaign_id
        from
            staging.stg_interactions as interactions
            inner join marts.customers as customers on interactions.customer_id = customers.customer_id
            cross join run.settings as settings
        where
            customers.hindrance = 'do not contact'
            and interactions.direction = 'outbound'
            and interactions.interaction_date > settings.as_of_date - settings.relationship_window_days
    ),
    named as (
        select
            customer_id,
            owner
        from
            sought
        where
            owner is not null
        group by
            customer_id,
            owner
    ),
    people as (
        select
            customer_id,
            string_agg(
                owner,
                ', '
                order by
                    owner
            ) as people
        from
            named
        group by
            customer_id
    )
select
    sought.customer_id,
    count(*)::integer as contacts,
    count(sought.campaign_id)::integer as campaign_contacts,
    max(sought.interaction_date) as last_contact_date,
    max(people.people) as people,
    count(
        case
            when sought.owner is null
            and sought.campaign_id is null then 1
        end
    )::integer as unnamed_contacts
from
    sought
    left join people on sought.customer_id = people.customer_id
group by
    sought.customer_id
