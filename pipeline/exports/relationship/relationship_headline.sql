-- One row per run with a customer that has a tier: who is contacted in time, and what contacts are spent on.
-- columns:
--   first_contact_date   Date of the first contact on record; NULL without one
--   last_contact_date    Date of the last contact on record
--   judged_customers     Customers whose contacts are held against those due; NULL where contacts are not on record [customers]
--   basic_contacts       Contacts made in the window to customers of a level without contacts; NULL where contacts are not on record [contacts]
--   all_revenue          Revenue of all customers, current window [reporting currency]
--   window_days          Time over which contacts made are held against those due [days]
--   order_days           Without an order for so long a customer has left: it has no tier any more [days]
--   grace_days           Days beyond the interval of a level before a customer is overdue [days]
--   few_share            Up to this share of customers a segment has few [0 to 1]
--   many_share           Above this share it has many [0 to 1]
--   neglected_below      Below this share of the contacts due a customer is neglected [0 to 1]
--   over_served_above    Above so many times the contacts due it is over-served
--   over_served_contacts  and with at least so many more than due [contacts]
select
    figures.measure,
    figures.mean_value,
    figures.low_limit,
    figures.high_limit,
    figures.customers,
    figures.contacts,
    figures.first_contact_date,
    figures.last_contact_date,
    figures.uncounted_contacts,
    figures.forbidden_contacts,
    figures.unowned_due_customers,
    figures.over_served_customers,
    figures.over_served_margin::double as over_served_margin,
    figures.over_served_cost::double as over_served_cost,
    figures.over_served_losses,
    totals.due_customers,
    totals.in_time_customers,
    totals.in_time_rate,
    totals.lapsed_customers,
    totals.lapsed_in_time_customers,
    totals.lapsed_neglected_customers,
    totals.in_time_low,
    totals.in_time_high,
    totals.overdue_customers,
    totals.never_customers,
    totals.overdue_revenue::double as overdue_revenue,
    totals.neglected_customers,
    totals.as_due_customers,
    (totals.neglected_customers + totals.as_due_customers + totals.over_served_customers)::integer as judged_customers,
    totals.neglected_revenue::double as neglected_revenue,
    totals.contacts_due,
    totals.contacts_made,
    totals.contacts_short,
    totals.contacts_above,
    totals.revenue::double as all_revenue,
    idle.contacts_made::integer as basic_contacts,
    settings.relationship_window_days::integer as window_days,
    settings.analysis_window_days::integer as order_days,
    settings.relationship_grace_days::integer as grace_days,
    settings.relationship_few_share::double as few_share,
    settings.relationship_many_share::double as many_share,
    settings.relationship_neglected_below::double as neglected_below,
    settings.relationship_over_served_above::double as over_served_above,
    settings.relationship_over_served_contacts::double as over_served_contacts
from
    marts.relationship_figures as figures
    inner join marts.relationship_groups as totals on totals.dimension = 'all'
    cross join run.settings as settings
    cross join (
        select
            sum(groups.contacts_judged) as contacts_made
        from
            marts.relationship_groups as groups
            inner join run.relationship_levels as levels on groups.dimension = 'level'
            and groups.has_value
            and groups.group_value = levels.level
            and levels.contacts_per_month = 0
    ) as idle
order by
    figures.customers
