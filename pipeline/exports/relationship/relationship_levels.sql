-- One row per level of relationship, the highest first, and one of customers without a level: what it means, and what is done.
-- columns:
--   level               Name of the level; NULL for customers without one
--   contacts_per_month  Contacts due to a customer in a month [contacts]
--   meaning             What the company does for its customers
with
    groups as (
        select
            *
        from
            marts.relationship_groups
        where
            dimension = 'level'
    ),
    named as (
        select
            position,
            level,
            contacts_per_month,
            meaning
        from
            run.relationship_levels
        union all
        select
            null,
            null,
            null,
            null
    )
select
    named.position::integer as position,
    named.level,
    named.contacts_per_month::double as contacts_per_month,
    named.meaning,
    coalesce(groups.customers, 0)::integer as customers,
    groups.due_customers,
    groups.in_time_customers,
    groups.in_time_rate,
    groups.neglected_customers,
    groups.as_due_customers,
    groups.over_served_customers,
    groups.contacts_due,
    groups.contacts_made,
    groups.contacts_judged,
    groups.contacts_short,
    groups.revenue::double as revenue
from
    named
    left join groups on named.position is not distinct from groups.position
order by
    named.position desc nulls last
