-- One row per customer that was failed in the current window: how often, in what, and what is still open.
-- It was failed if an order of the window was late, overdue, short or complained of, if it complained in it, or if a complaint of
-- any time is open. Key and major customers come first: by tier, then those with an open complaint, then by failures, then by revenue.
-- key: customer_id
-- columns:
--   customer_id      Customer
--   place            Place in the list, from 1
--   tier             Tier in the current window; NULL where it has none
--   tier_position    Number of the tier, from 1 at the top
--   revenue          Revenue in the current window; NULL without orders in it [reporting currency]
--   orders           Orders of the window [orders]
--   failed_orders    Those that were late, overdue, short or complained of [orders]
--   late_orders      Those that came late [orders]
--   overdue_orders   Those whose day is over and that have not come [orders]
--   short_orders     Those that left incomplete [orders]
--   returned_orders  Those of which something came back; that alone is no failure [orders]
--   most_days_late   Days of the latest of them; NULL where none was late [days]
--   complaints       Complaints opened in the window [complaints]
--   open_complaints  Complaints of any time not resolved [complaints]
--   oldest_days      Age of the oldest open complaint [days]
--   last_failed_date  Day of the last failure: the day an order came late, was to come, or left short, or a complaint was opened
-- checks:
--   who is here was failed: failed_orders + complaints + open_complaints > 0
--   places are counted: place > 0
with
    order_counts as (
        select
            customer_id,
            count(*) as orders,
            count(
                case
                    when is_late
                    or is_short
                    or is_complained then 1
                end
            ) as failed_orders,
            count(
                case
                    when due_state = 'late' then 1
                end
            ) as late_orders,
            count(
                case
                    when due_state = 'overdue' then 1
                end
            ) as overdue_orders,
            count(
                case
                    when fill_state = 'short' then 1
                end
            ) as short_orders,
            count(
                case
                    when is_returned then 1
                end
            ) as returned_orders,
            max(days_late) as most_days_late,
            max(
                case
                    when due_state = 'late' then judged_date
                    when due_state = 'overdue' then required_date
                    when is_short then coalesce(shipped_date, delivered_date, order_date)
                end
            ) as last_failed_date
        from
            marts.order_service
        where
            period = 'current'
        group by
            customer_id
    ),
    ticket_counts as (
        select
            customer_id,
            count(
                case
                    when period = 'current' then 1
                end
            ) as complaints,
            count(
                case
                    when is_open then 1
                end
            ) as open_complaints,
            max(age_days) as oldest_days,
            max(
                case
                    when period = 'current'
                    or is_open then opened_date
                end
            ) as last_opened_date
        from
            marts.service_tickets
        where
            kind = 'complaint'
        group by
            customer_id
    ),
    counts as (
        select
            customers.customer_id,
            tiers.tier,
            tiers.tier_position,
            customers.current_revenue as revenue,
            coalesce(order_counts.orders, 0) as orders,
            coalesce(order_counts.failed_orders, 0) as failed_orders,
            coalesce(order_counts.late_orders, 0) as late_orders,
            coalesce(order_counts.overdue_orders, 0) as overdue_orders,
            coalesce(order_counts.short_orders, 0) as short_orders,
            coalesce(order_counts.returned_orders, 0) as returned_orders,
            order_counts.most_days_late,
            coalesce(ticket_counts.complaints, 0) as complaints,
            coalesce(ticket_counts.open_complaints, 0) as open_complaints,
            ticket_counts.oldest_days,
            greatest(order_counts.last_failed_date, ticket_counts.last_opened_date) as last_failed_date
        from
            marts.customers as customers
            left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            left join order_counts on customers.customer_id = order_counts.customer_id
            left join ticket_counts on customers.customer_id = ticket_counts.customer_id
    )
select
    customer_id,
    row_number() over (
        order by
            tier_position nulls last,
            open_complaints > 0 desc,
            failed_orders + complaints desc,
            revenue desc nulls last,
            customer_id
    )::integer as place,
    tier,
    tier_position,
    revenue,
    orders::integer as orders,
    failed_orders::integer as failed_orders,
    late_orders::integer as late_orders,
    overdue_orders::integer as overdue_orders,
    short_orders::integer as short_orders,
    returned_orders::integer as returned_orders,
    most_days_late::integer as most_days_late,
    complaints::integer as complaints,
    open_complaints::integer as open_complaints,
    oldest_days::integer as oldest_days,
    last_failed_date
from
    counts
where
    failed_orders + complaints + open_complaints > 0
