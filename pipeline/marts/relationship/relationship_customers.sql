-- One row per customer: the level of relationship recommended for it, the contacts due at that level and those made.
-- The level is that of the segment's number of customers and of the customer's own margin class, cut as for segments: a customer that
-- leaves much more or less than its segment is raised or lowered by that. Without a tier there is no level. Contacts are due
-- to kinds of customers in relationship.contact_kinds alone, and not to who is marked not to be contacted. They are due over
-- the window, or the part of it in which the customer was one and contacts are on record. A customer is in time if its last
-- contact, or where it had none the day from which they are due, lies no further back than the interval of its level and
-- grace_days; without any contact on record it is never contacted, not 0 days ago. Contacts are those of account_contacts;
-- where none of any customer is on record nothing is known of them. Who has been a customer for less than an interval and its grace is not neglected yet.
-- A customer that held a tier until a day of the window, and lost it for want of an order since, left in it: contacts were due until
-- then. Else those lost after nobody called would be in no share of the neglected. All of lapsed_ is judged on its last day with a
-- tier, by the level of its tier and margin, or revenue, of the window before; a segment that has nobody any more has few.
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
--   lapsed_date           First day of the window without a tier, where contacts were due in the window until then; NULL for all others
--   lapsed_level_position  Number of the level until then, from 1
--   lapsed_level          Level until then
--   lapsed_contacts_due   Contacts due in the window until then [contacts]
--   lapsed_contacts_made  Contacts made in the window until then [contacts]
--   lapsed_standing       neglected, as due or over-served until then
--   lapsed_timing         in time, overdue or never contacted on the day before
-- checks:
--   a customer has a level or a reason: (level is null) = (level_reason is not null)
--   there is an interval or a reason: (interval_days is null) = (due_reason is not null)
--   nobody is both short of contacts and above: contacts_due is null or least(contacts_short, contacts_above) = 0
--   no contact lies ahead: last_contact_date is null or contact_days >= 0
--   who left has no level any more: lapsed_date is null or (level is null and lapsed_timing is not null)
with
    record as (
        select
            min(interaction_date) as start_date
        from
            marts.account_contacts
    ),
    measures as (
        select
            measure,
            mean_value
        from
            marts.relationship_segments
        group by
            measure,
            mean_value
    ),
    -- Each customer as it is, and once more as it was, if its last order passed out of the current window in the window of contacts.
    spans as (
        select
            customers.customer_id,
            customers.kind,
            customers.first_deal_date,
            null::date as lapsed_date,
            settings.as_of_date as last_day,
            tiers.tier,
            tiers.tier_reason,
            customers.current_margin as margin,
            customers.current_revenue as revenue
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            cross join run.settings as settings
        union all
        select
            customers.customer_id,
            customers.kind,
            customers.first_deal_date,
            customers.last_order_date + settings.analysis_window_days,
            customers.last_order_date + settings.analysis_window_days - 1,
            tiers.prior_tier,
            null,
            customers.prior_margin,
            customers.prior_revenue
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            cross join run.settings as settings
        where
            tiers.tier is null
            and tiers.prior_tier is not null
            and customers.last_order_date + settings.analysis_window_days between settings.as_of_date - settings.relationship_window_days + 2 and settings.as_of_date
    ),
    contacts as (
        select
            spans.customer_id,
            spans.last_day,
            max(contacts.interaction_date) as last_contact_date,
            sum(
                case
                    when contacts.is_in_window then 1
                    else 0
                end
            ) as contacts
        from
            spans
            inner join marts.account_contacts as contacts on spans.customer_id = contacts.customer_id
            and contacts.interaction_date <= spans.last_day
        group by
            spans.customer_id,
            spans.last_day
    ),
    segmented as (
        select
            spans.customer_id,
            spans.kind,
            spans.first_deal_date,
            spans.lapsed_date,
            spans.last_day,
            coalesce(files.marking = 'do_not_contact', false) as is_left_alone,
            spans.tier_reason,
            segments.segment,
            case
                when spans.lapsed_date is null then segments.number_class
                else coalesce(segments.number_class, 'few')
            end as number_class,
            segments.level_position as segment_level_position,
            case
                when spans.tier is null
                or measures.mean_value <= 0 then null
                when measures.measure = 'margin' then spans.margin
                else spans.revenue
            end as value,
            measures.mean_value
        from
            spans
            inner join staging.stg_customers as files on spans.customer_id = files.customer_id
            cross join run.settings as settings
            left join measures on spans.tier is not null
            left join marts.relationship_segments as segments on spans.tier is not null
            and segments.tier is not distinct from case
                when settings.relationship_grouping in ('tier_and_kind', 'tier') then spans.tier
            end
            and segments.kind is not distinct from case
                when settings.relationship_grouping in ('tier_and_kind', 'kind') then spans.kind
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
            and levelled.last_day = contacts.last_day
    ),
    counted as (
        select
            due.*,
            case
                when contacts_per_month is not null
                and is_recorded then last_day - greatest(due_from, settings.as_of_date - settings.relationship_window_days + 1) + 1
            end as due_days,
            case
                when is_recorded then contacts
            end as contacts_made,
            last_day - last_contact_date as contact_days,
            case
                when interval_days is not null
                and is_recorded then last_day - coalesce(last_contact_date, due_from)
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
    ),
    judged as (
        select
            compared.*,
            case
                when compared.contacts_due is null then null
                -- Of who is new a first contact may still be to come, and of who is to be contacted less than once in the window none is due
                -- in it. A quarter has a day more than the window.
                when compared.contacts_made < settings.relationship_neglected_below * compared.contacts_due
                and round(compared.contacts_due, 1) >= 1
                and compared.due_days >= least(compared.interval_days + settings.relationship_grace_days, settings.relationship_window_days) then 'neglected'
                when compared.contacts_made > settings.relationship_over_served_above * compared.contacts_due
                and compared.contacts_made - compared.contacts_due >= settings.relationship_over_served_contacts then 'over-served'
                else 'as due'
            end as standing,
            case
                when compared.waiting_days is null then null
                when compared.waiting_days <= compared.interval_days + settings.relationship_grace_days then 'in time'
                when compared.last_contact_date is null then 'never contacted'
                else 'overdue'
            end as timing
        from
            compared
            cross join run.settings as settings
    )
select
    judged.customer_id,
    judged.segment,
    judged.margin_class,
    judged.level_position::integer as level_position,
    judged.level,
    case
        when judged.level is null then null
        when judged.level_position > judged.segment_level_position then 'raised by its own margin'
        when judged.level_position < judged.segment_level_position then 'lowered by its own margin'
        else 'segment'
    end as level_basis,
    case
        when judged.level is not null then null
        when judged.tier_reason is not null then judged.tier_reason
        when judged.mean_value <= 0 then 'the mean of all is not positive'
        else 'margin not known'
    end as level_reason,
    judged.contacts_per_month::double as contacts_per_month,
    judged.due_reason,
    judged.interval_days,
    judged.due_days::integer as due_days,
    judged.contacts_due,
    judged.contacts_made::integer as contacts_made,
    case
        when judged.contacts_due is not null then greatest(0, judged.contacts_due - judged.contacts_made)
    end as contacts_short,
    case
        when judged.contacts_due is not null then greatest(0, judged.contacts_made - judged.contacts_due)
    end as contacts_above,
    judged.standing,
    judged.last_contact_date,
    judged.contact_days::integer as contact_days,
    judged.waiting_days::integer as waiting_days,
    case
        when judged.waiting_days is not null then greatest(0, judged.waiting_days - ceil(judged.interval_days))
    end::integer as overdue_days,
    judged.timing,
    departed.lapsed_date,
    departed.level_position::integer as lapsed_level_position,
    departed.level as lapsed_level,
    departed.contacts_due as lapsed_contacts_due,
    departed.contacts_made::integer as lapsed_contacts_made,
    departed.standing as lapsed_standing,
    departed.timing as lapsed_timing
from
    judged
    left join judged as departed on judged.customer_id = departed.customer_id
    and departed.lapsed_date is not null
    and departed.timing is not null
    and departed.due_days > 0
where
    judged.lapsed_date is null
