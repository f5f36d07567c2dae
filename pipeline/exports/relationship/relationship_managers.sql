-- One row per account manager or team with a customer: contacts due and made. Who falls short most comes first, by revenue of the customers overdue.
-- columns:
--   name  Name to show; NULL for customers without an account manager or team
--   team  Team of an account manager
--   status     here, notice given, left or not listed; NULL for teams and where there is no list of account managers
--   left_date  Last day of an account manager; NULL where none is known
select
    groups.dimension,
    case
        when groups.has_value then groups.group_value
    end as owner,
    case
        when groups.has_value then coalesce(managers.name, groups.group_value)
    end as name,
    managers.team,
    managers.status,
    managers.left_date,
    groups.customers,
    groups.due_customers,
    groups.in_time_customers,
    groups.in_time_rate,
    groups.in_time_low,
    groups.in_time_high,
    groups.lapsed_customers,
    groups.overdue_customers,
    groups.never_customers,
    groups.overdue_revenue::double as overdue_revenue,
    groups.neglected_customers,
    groups.over_served_customers,
    groups.contacts_due,
    groups.contacts_made,
    groups.contacts_short,
    groups.contacts_above
from
    marts.relationship_groups as groups
    left join marts.account_managers as managers on groups.dimension = 'owner'
    and groups.has_value
    and groups.group_value = managers.owner
where
    groups.dimension in ('owner', 'team')
order by
    groups.dimension,
    groups.overdue_revenue desc nulls last,
    groups.has_value desc,
    groups.group_value
