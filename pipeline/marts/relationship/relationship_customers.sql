-- One row per customer: the level of relationship recommended for it, the contacts due at that level and those made.
-- The level is that of the segment's number of customers and of the customer's own margin class, cut as for segments: a customer that
-- leaves much more or less than its segment is raised or lowered by that. Without a tier there is no level. Contacts are due
-- to kinds of customers in relationship.contact_kinds alone, and not to who is marked not to be contacted. They are due over
-- the window, or the part of it in which the customer was one and contacts are on record. A customer is in time if its last
-- contact, or where it had none the day from which they are due, lies no further back than the interval of its level and
-- grace_days; without any contact on record it is never contacted, not 0 days ago. Contacts are those of account_contacts;
-- where none of any customer is on record nothing is known of them. Who has been a customer for less than an interval is not neglected yet.
-- key: customer_id
-- columns:
--   customer_id         Customer
--   segment             Its segment; NULL without a tier
--   margin_class        Its own margin, or revenue, against the mean of all: high, medium or low; NULL where it is not known
--   level_position      Number of the level, from 1; NULL without one
--   level               Level recommended; NULL without one
--   level_basis         segment, or raised or lowered by its own margin; NULL without a level
--   level_reason        Why there is no level: never bought, no purchase, margin not known, the mean of all is not positive
--   contacts_per_month  Contacts due in a month; NULL where none can be [contacts]
--   due_reason          Why no contact is due: no level, kind without account manager, not to be contacted, level without contacts
--   interval_days       Days from one contact due to the next; NULL where none is due [days]
--   due_days            Days of the window over which they are due; NULL where none can be [days]
--   contacts_due        Contacts due in the window; 0 at a level without contacts, NULL where none can be due or contacts are not
--                       on record [contacts]
--   contacts_made       Contacts made in the window; NULL where contacts are not on record [contacts]
--   contacts_short      How many fewer than due, 0 where there were more [contacts]
--   contacts_above      How many more than due, 0 where there were fewer [contacts]
--   standing            neglected, as due or over-served; NULL where no contact can be due
--   last_contact_date   Date of the last contact; NULL where it never had one, or none are on record
--   contact_days        Days since then [days]
--   waiting_days        Days since then, or since contacts are due where there was none; NULL where none is due [days]
--   overdue_days        Days beyond the interval of the level, 0 within it; NULL where none is due [days]
--   timing              in time, overdue or never contacted; NULL where none is due
-- checks:
--   a customer has a level or a reason: (level is null) = (level_reason is not null)
--   there is an interval or a reason: (interval_days is null) = (due_reason is not null)
--   nobody is both short of contacts and above: contacts_due is null or least(contacts_short, contacts_above) = 0
--   no contact lies ahead: last_contact_date is null or contact_days >= 0
with
    contacts as (
        select
            customer_id,
            max(interaction_date) as last_contact_date,
            sum(
                case
                    when is_in_window then 1
                    else 0
                end
            ) as contacts
        from
            marts.account_contacts
        group by
            customer_id
    ),
    record as (
        select
            min(interaction_date) as start_date
        from
            marts.account_contacts
    ),
    segmented as (
        select
            customers.customer_id,
            customers.kind,
            customers.first_deal_date,
            coalesce(files.marking = 'do_not_contact', false) as is_left_alone,
            tiers.tier_reason,
            segments.segment,
            segments.number_class,
            segments.level_position as segment_level_position,
            case
                when segments.mean_value <= 0 then null
                when segments.measure = 'margin' then customers.current_margin
                else customers.current_revenue
            end as value,
            segments.mean_value
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            cross join run.settings as settings
            left join marts.relationship_segments as segments on tiers.tier is not null
            and segments.tier is not distinct from case
                when settings.relationship_grouping in ('tier_and_kind', 'tier') then tiers.tier
            end
            and segments.kind is not distinct from case
                when settings.relationship_grouping in ('tier_and_kind', 'kind') then customers.kind
            end
    ),
    classed as (
        select
            segmented.*,
            case
                when value >= settings.relationship_high_margin_factor * mean_value then 'high'
                when value >= settings.relationship_low_margin_factor * mean_value then 'medium'
                when value is not null then 'low'
            end as margin_class
        from
            segmented
            cross join run.settings as settings
    ),
    placed as (
        select
            classed.*,
            1 + case number_class
                when 'few' then 2
                when 'medium' then 1
                when 'many' then 0
            end + case margin_class
                when 'high' then 2
                when 'medium' then 1
                when 'low' then 0
            end as level_position
        from
            classed
    ),
    levelled as (
        select
            placed.*,
            levels.level,
            levels.contacts_per_month as level_contacts,
            case
                when levels.level is null then 'no level'
                when kinds.value is null then 'kind without account manager'
                when placed.is_left_alone then 'not to be contacted'
                when levels.contacts_per_month = 0 then 'level without contacts'
            end as due_reason
        from
            placed
            left join run.relationship_levels as levels on placed.level_position = levels.position
            left join run.relationship_contact_kinds as kinds on placed.kind = kinds.value
    ),
    due as (
        select
            levelled.*,
            contacts.last_contact_date,
            record.start_date is not null as is_recorded,
            coalesce(contacts.contacts, 0) as contacts,
            case
                when due_reason is null
                or due_reason = 'level without contacts' then level_contacts
            end as contacts_per_month,
            -- A year of the calendar has 365.25 days, a month a twelfth of them.
            case
                when due_reason is null then safe_div(30.4375, level_contacts)
            end as interval_days,
            -- The later of the days that are known.
            greatest(levelled.first_deal_date, record.start_date) as due_from
        from
            levelled
            cross join record
            left join contacts on levelled.customer_id = contacts.customer_id
    ),
    counted as (
        select
            due.*,
            case
                when contacts_per_month is not null
                and is_recorded then least(settings.relationship_window_days, settings.as_of_date - due_from + 1)
            end as due_days,
            case
                when is_recorded then contacts
            end as contacts_made,
            settings.as_of_date - last_contact_date as contact_days,
            case
                when interval_days is not null
                and is_recorded then coalesce(settings.as_of_date - last_contact_date, settings.as_of_date - due_from)
            end as waiting_days
        from
            due
            cross join run.settings as settings
    ),
    compared as (
        select
            counted.*,
            safe_div(contacts_per_month * due_days, 30.4375) as contacts_due
        from
            counted
    )
select
    compared.customer_id,
    compared.segment,
    compared.margin_class,
    compared.level_position::integer as level_position,
    compared.level,
    case
        when compared.level is null then null
        when compared.level_position > compared.segment_level_position then 'raised by its own margin'
        when compared.level_position < compared.segment_level_position then 'lowered by its own margin'
        else 'segment'
    end as level_basis,
    case
        when compared.level is not null then null
        when compared.tier_reason is not null then compared.tier_reason
        when compared.mean_value <= 0 then 'the mean of all is not positive'
        else 'margin not known'
    end as level_reason,
    compared.contacts_per_month::double as contacts_per_month,
    compared.due_reason,
    compared.interval_days,
    compared.due_days::integer as due_days,
    compared.contacts_due,
    compared.contacts_made::integer as contacts_made,
    case
        when compared.contacts_due is not null then greatest(0, compared.contacts_due - compared.contacts_made)
    end as contacts_short,
    case
        when compared.contacts_due is not null then greatest(0, compared.contacts_made - compared.contacts_due)
    end as contacts_above,
    case
        when compared.contacts_due is null then null
        -- Of who is new a first contact may still be to come.
        when compared.contacts_made < settings.relationship_neglected_below * compared.contacts_due
        and compared.due_days >= compared.interval_days - settings.relationship_grace_days then 'neglected'
        when compared.contacts_made > settings.relationship_over_served_above * compared.contacts_due
        and compared.contacts_made - compared.contacts_due >= settings.relationship_over_served_contacts then 'over-served'
        else 'as due'
    end as standing,
    compared.last_contact_date,
    compared.contact_days::integer as contact_days,
    compared.waiting_days::integer as waiting_days,
    case
        when compared.waiting_days is not null then greatest(0, compared.waiting_days - ceil(compared.interval_days))
    end::integer as overdue_days,
    case
        when compared.waiting_days is null then null
        when compared.waiting_days <= compared.interval_days + settings.relationship_grace_days then 'in time'
        when compared.last_contact_date is null then 'never contacted'
        else 'overdue'
    end as timing
from
    compared
    cross join run.settings as settings
