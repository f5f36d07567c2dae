-- One row per dimension and group of customers: contacts due and made, who was contacted in time, who is neglected and who over-served.
-- The dimension all has one group; each other has the same customers again, and its groups add up to it: by the level recommended,
-- by the customer's account manager, his team, and the channel the customer is served through. Contacts to customers without a
-- level are made and not due. The rate in time is of customers with a contact due; of few it says little, see its interval. Who left in
-- the window counts in it by its last day as one of them, and in contacts until then, at the level that it had: else who leaves
-- for want of a call would raise the rate. Of customers overdue, neglected and over-served there are only those that are here.
-- key: dimension, has_value, group_value
-- columns:
--   dimension           all, level, owner, team or channel
--   group_value         Name of the group; all, no level, no account manager, no team or no channel
--   has_value           Whether customers of the group have the value
--   position            Number of the level, from 1; NULL for other dimensions
--   customers           Customers [customers]
--   level_customers     Customers with a level [customers]
--   due_customers       Customers to whom a contact is due, or was until they left in the window; NULL where contacts are not on record [customers]
--   in_time_customers   Those of them who are in time [customers]
--   in_time_rate        Share of them [0 to 1]
--   in_time_low         Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   in_time_high        Upper end [0 to 1]
--   lapsed_customers      Those of the due that left in the window [customers]
--   lapsed_in_time_customers   Those of them who were in time until then [customers]
--   lapsed_neglected_customers  Those of them who were neglected until then [customers]
--   overdue_customers   Customers that are here and not in time, the never contacted among them [customers]
--   never_customers     Those of them that never had a contact [customers]
--   overdue_revenue     Revenue of those not in time, current window [reporting currency]
--   neglected_customers    Customers that are neglected [customers]
--   as_due_customers       Customers that had about the contacts due [customers]
--   over_served_customers  Customers that are over-served [customers]
--   neglected_revenue   Revenue of the neglected, current window [reporting currency]
--   contacts_due        Contacts due in the window; NULL where contacts are not on record [contacts]
--   contacts_made       Contacts made in the window, to customers without a level too; NULL likewise [contacts]
--   contacts_judged     Those of them to customers to whom any could be due, or until they left [contacts]
--   contacts_short      Contacts missing to customers that had fewer than due [contacts]
--   contacts_above      Contacts beyond those due to customers that had more [contacts]
--   revenue             Revenue in the current window [reporting currency]
-- checks:
--   in time and overdue are all: due_customers is null
--     or in_time_customers + overdue_customers + lapsed_customers - lapsed_in_time_customers = due_customers
--   short and above are the difference: contacts_due is null
--     or abs(contacts_judged - contacts_due - contacts_above + contacts_short) < 1e-6
with
    -- Who left stands here twice: as the customer without a level that it is, and until it left.
    judged as (
        select
            customer_id,
            1 as customers,
            false as is_left,
            level,
            level_position,
            timing,
            standing,
            contacts_due,
            contacts_made - coalesce(lapsed_contacts_made, 0) as contacts_made,
            contacts_short,
            contacts_above
        from
            marts.relationship_customers
        union all
        select
            customer_id,
            0,
            true,
            lapsed_level,
            lapsed_level_position,
            lapsed_timing,
            lapsed_standing,
            lapsed_contacts_due,
            lapsed_contacts_made,
            greatest(0, lapsed_contacts_due - lapsed_contacts_made),
            greatest(0, lapsed_contacts_made - lapsed_contacts_due)
        from
            marts.relationship_customers
        where
            lapsed_date is not null
    ),
    members as (
        select
            judged.*,
            customers.owner,
            customers.channel,
            managers.team,
            case
                when not judged.is_left then customers.current_revenue
            end as revenue
        from
            judged
            inner join marts.customers as customers on judged.customer_id = customers.customer_id
            left join marts.account_managers as managers on customers.owner = managers.owner
    ),
    grouped as (
        select
            'all' as dimension,
            'all' as group_value,
            true as has_value,
            null::integer as position,
            members.*
        from
            members
        union all
        select
            'level',
            coalesce(level, 'no level'),
            level is not null,
            level_position,
            members.*
        from
            members
        union all
        select
            'owner',
            coalesce(owner, 'no account manager'),
            owner is not null,
            null,
            members.*
        from
            members
        union all
        select
            'team',
            coalesce(team, 'no team'),
            team is not null,
            null,
            members.*
        from
            members
        union all
        select
            'channel',
            coalesce(channel, 'no channel'),
            channel is not null,
            null,
            members.*
        from
            members
    ),
    record as (
        select
            count(*) as contacts
        from
            marts.account_contacts
    ),
    sums as (
        select
            dimension,
            group_value,
            has_value,
            max(position) as position,
            sum(customers) as customers,
            count(
                case
                    when not is_left then level
                end
            ) as level_customers,
            count(timing) as due_customers,
            count(
                case
                    when is_left then 1
                end
            ) as lapsed_customers,
            count(
                case
                    when is_left
                    and timing = 'in time' then 1
                end
            ) as lapsed_in_time_customers,
            count(
                case
                    when is_left
                    and standing = 'neglected' then 1
                end
            ) as lapsed_neglected_customers,
            count(
                case
                    when timing = 'in time' then 1
                end
            ) as in_time_customers,
            count(
                case
                    when not is_left
                    and timing <> 'in time' then 1
                end
            ) as overdue_customers,
            count(
                case
                    when not is_left
                    and timing = 'never contacted' then 1
                end
            ) as never_customers,
            coalesce(
                sum(
                    case
                        when not is_left
                        and timing <> 'in time' then revenue
                    end
                ),
                0
            ) as overdue_revenue,
            count(
                case
                    when not is_left
                    and standing = 'neglected' then 1
                end
            ) as neglected_customers,
            count(
                case
                    when not is_left
                    and standing = 'as due' then 1
                end
            ) as as_due_customers,
            count(
                case
                    when not is_left
                    and standing = 'over-served' then 1
                end
            ) as over_served_customers,
            coalesce(
                sum(
                    case
                        when not is_left
                        and standing = 'neglected' then revenue
                    end
                ),
                0
            ) as neglected_revenue,
            coalesce(
                sum(
                    contacts_due
                    order by
                        customer_id,
                        is_left
                ),
                0
            ) as contacts_due,
            coalesce(sum(contacts_made), 0) as contacts_made,
            coalesce(
                sum(
                    case
                        when standing is not null then contacts_made
                    end
                ),
                0
            ) as contacts_judged,
            coalesce(
                sum(
                    contacts_short
                    order by
                        customer_id,
                        is_left
                ),
                0
            ) as contacts_short,
            coalesce(
                sum(
                    contacts_above
                    order by
                        customer_id,
                        is_left
                ),
                0
            ) as contacts_above,
            coalesce(sum(revenue), 0) as revenue
        from
            grouped
        group by
            dimension,
            group_value,
            has_value
    ),
    -- Where no contact is on record, none is known to be missing.
    recorded as (
        select
            sums.*
        from
            sums
            cross join record
        where
            record.contacts > 0
    )
select
    sums.dimension,
    sums.group_value,
    sums.has_value,
    sums.position::integer as position,
    sums.customers::integer as customers,
    sums.level_customers::integer as level_customers,
    recorded.due_customers::integer as due_customers,
    recorded.in_time_customers::integer as in_time_customers,
    safe_div(recorded.in_time_customers, recorded.due_customers) as in_time_rate,
    wilson_low (recorded.in_time_customers, recorded.due_customers, quantiles.normal_quantile) as in_time_low,
    wilson_high (recorded.in_time_customers, recorded.due_customers, quantiles.normal_quantile) as in_time_high,
    recorded.lapsed_customers::integer as lapsed_customers,
    recorded.lapsed_in_time_customers::integer as lapsed_in_time_customers,
    recorded.lapsed_neglected_customers::integer as lapsed_neglected_customers,
    recorded.overdue_customers::integer as overdue_customers,
    recorded.never_customers::integer as never_customers,
    recorded.overdue_revenue::decimal(18, 4) as overdue_revenue,
    recorded.neglected_customers::integer as neglected_customers,
    recorded.as_due_customers::integer as as_due_customers,
    recorded.over_served_customers::integer as over_served_customers,
    recorded.neglected_revenue::decimal(18, 4) as neglected_revenue,
    recorded.contacts_due::double as contacts_due,
    recorded.contacts_made::integer as contacts_made,
    recorded.contacts_judged::integer as contacts_judged,
    recorded.contacts_short::double as contacts_short,
    recorded.contacts_above::double as contacts_above,
    sums.revenue::decimal(18, 4) as revenue
from
    sums
    cross join marts.interval_quantile as quantiles
    left join recorded on sums.dimension = recorded.dimension
    and sums.group_value = recorded.group_value
    and sums.has_value = recorded.has_value
