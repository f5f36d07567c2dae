-- One row per run with an order: what the orders, lines, returns, tickets and surveys tell of service at all, and how much is to be mended.
-- columns:
--   orders              Orders of the current window [orders]
--   prior_orders        Orders of the window before [orders]
--   has_due             Whether any order of the two windows is known to be on time or not
--   has_hours           Whether any order has a moment promised and one of arrival
--   has_fills           Whether it is known of any line what left
--   has_returns         Whether any return names its order
--   has_tickets         Whether there are tickets
--   has_surveys         Whether anybody answered whether it would recommend us
--   has_standards       Whether there are standards
--   is_damage_named     Whether any reason of a return or category of a complaint in the two windows holds a word of service.damage_words; NULL where none of either is on record
--   judged_by_shipping  Orders of the current window judged by the day they left [orders]
--   overdue_orders      Orders of the current window whose day is over and that have not come [orders]
--   hour_alone_orders   Orders on time by date and late by the moment promised [orders]
--   hour_orders         Orders with a moment promised and one of arrival [orders]
--   pending_orders      Orders too young to be called perfect [orders]
--   unknown_perfect_orders  Orders of which a part is not known [orders]
--   known_lines         Lines of the current window of which it is known what left [lines]
--   filled_lines        Those that left whole [lines]
--   followed_lines      Short lines whose rest left later [lines]
--   awaited_lines       Short lines whose rest is awaited [lines]
--   unknown_lines       Lines of which it is not known what left, or that have not left [lines]
--   on_time_by          delivered or shipped: the day that counts where both are known
--   follow_up_days      Time in which returns and complaints count for an order [days]
--   repeat_days         Time in which a complaint repeats another [days]
--   first_contact_hours  Time from response to resolution at the first contact [hours]
--   first_contact_days  Time in which the customer does not come back then [days]
--   later_days          Time in which a customer orders or answers again [days]
--   quick_hours         Time in which a complaint is resolved quickly [hours]
--   min_answers         Of fewer answers no mean is told [answers]
--   confidence          Chance with which intervals hold what they are for [0 to 1]
--   failed_customers    Customers failed [customers]
--   upper_failed_customers  Those of the two upper tiers [customers]
--   upper_customers     Customers of the two upper tiers [customers]
--   first_tier          Name of the topmost tier
--   second_tier         Name of the second
--   open_complaints     Complaints that are not resolved [complaints]
--   oldest_days         Age of the oldest, whenever it was opened [days]
--   recent_from         First day of the complete months that tell what is bad now; NULL without one
--   recent_until        Last day of them
with
    totals as (
        select
            max(
                case
                    when period = 'current' then orders
                end
            ) as orders,
            max(
                case
                    when period = 'prior' then orders
                end
            ) as prior_orders,
            sum(on_time_orders + late_orders) > 0 as has_due,
            sum(hour_orders) > 0 as has_hours,
            sum(known_lines) > 0 as has_fills,
            max(
                case
                    when period = 'current' then lines
                end
            ) as lines,
            max(
                case
                    when period = 'current' then known_lines
                end
            ) as known_lines,
            max(
                case
                    when period = 'current' then filled_lines
                end
            ) as filled_lines,
            max(
                case
                    when period = 'current' then awaited_lines
                end
            ) as awaited_lines,
            max(
                case
                    when period = 'current' then shipped_judged_orders
                end
            ) as judged_by_shipping,
            max(
                case
                    when period = 'current' then overdue_orders
                end
            ) as overdue_orders,
            max(
                case
                    when period = 'current' then hour_alone_orders
                end
            ) as hour_alone_orders,
            max(
                case
                    when period = 'current' then hour_orders
                end
            ) as hour_orders,
            max(
                case
                    when period = 'current' then pending_orders
                end
            ) as pending_orders,
            max(
                case
                    when period = 'current' then unknown_perfect_orders
                end
            ) as unknown_perfect_orders
        from
            marts.service_by_group
        where
            dimension = 'all'
    ),
    returns as (
        select
            count(*) > 0 as has_returns
        from
            marts.order_service
        where
            is_returned is not null
    ),
    tickets as (
        select
            count(*) > 0 as has_tickets,
            count(
                case
                    when is_open
                    and kind = 'complaint' then 1
                end
            ) as open_complaints,
            max(
                case
                    when kind = 'complaint' then age_days
                end
            ) as oldest_days
        from
            marts.service_tickets
    ),
    damages as (
        select
            bool_or(contains(lower(causes.cause), lower(words.value))) as is_damage_named
        from
            marts.failures_by_cause as causes
            cross join run.service_damage_words as words
        where
            causes.failure in ('returned', 'complaint')
            and causes.cause <> 'unknown'
    ),
    answers as (
        select
            coalesce(sum(answers), 0) > 0 as has_surveys
        from
            marts.service_outcomes
    ),
    standards as (
        select
            count(*) > 0 as has_standards
        from
            marts.service_standards
    ),
    failed as (
        select
            count(*) as failed_customers,
            count(
                case
                    when tier_position <= 2 then 1
                end
            ) as upper_failed_customers
        from
            marts.failed_customers
    ),
    recents as (
        select
            max(recent_from) as recent_from,
            max(recent_until) as recent_until
        from
            marts.service_shortfalls
    ),
    upper as (
        select
            count(*) as upper_customers
        from
            marts.customer_tiers
        where
            tier_position <= 2
    ),
    tiers as (
        select
            max(
                case
                    when position = 1 then tier
                end
            ) as first_tier,
            max(
                case
                    when position = 2 then tier
                end
            ) as second_tier
        from
            run.value_tiers
    )
select
    totals.orders::integer as orders,
    totals.prior_orders::integer as prior_orders,
    totals.has_due,
    totals.has_hours,
    totals.has_fills,
    returns.has_returns,
    tickets.has_tickets,
    answers.has_surveys,
    standards.has_standards,
    damages.is_damage_named,
    totals.judged_by_shipping::integer as judged_by_shipping,
    totals.overdue_orders::integer as overdue_orders,
    totals.hour_alone_orders::integer as hour_alone_orders,
    totals.hour_orders::integer as hour_orders,
    totals.pending_orders::integer as pending_orders,
    totals.unknown_perfect_orders::integer as unknown_perfect_orders,
    totals.known_lines::integer as known_lines,
    totals.filled_lines::integer as filled_lines,
    (totals.known_lines - totals.filled_lines - totals.awaited_lines)::integer as followed_lines,
    totals.awaited_lines::integer as awaited_lines,
    (totals.lines - totals.known_lines)::integer as unknown_lines,
    settings.service_on_time_by as on_time_by,
    settings.service_follow_up_days::integer as follow_up_days,
    settings.service_repeat_days::integer as repeat_days,
    settings.service_first_contact_hours::double as first_contact_hours,
    settings.service_first_contact_days::integer as first_contact_days,
    settings.service_later_days::integer as later_days,
    settings.service_quick_hours::double as quick_hours,
    settings.satisfaction_min_answers::integer as min_answers,
    settings.prediction_confidence::double as confidence,
    recents.recent_from,
    recents.recent_until,
    failed.failed_customers::integer as failed_customers,
    failed.upper_failed_customers::integer as upper_failed_customers,
    upper.upper_customers::integer as upper_customers,
    tiers.first_tier,
    tiers.second_tier,
    tickets.open_complaints::integer as open_complaints,
    tickets.oldest_days::integer as oldest_days
from
    totals
    cross join returns
    cross join tickets
    cross join answers
    cross join standards
    cross join damages
    cross join failed
    cross join upper
    cross join recents
    cross join tiers
    cross join run.settings as settings
where
    totals.orders > 0
    or totals.prior_orders > 0
    or tickets.has_tickets
order by
    totals.orders
