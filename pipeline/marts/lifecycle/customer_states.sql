-- One row per customer and month end at which it was known: its state (客户状态), from what had happened by that day.
-- A customer is known from the month on in which its file was opened or it first ordered; one whose file says no date and
-- which never ordered, on the as-of date alone. Lost (流失) is who did not order for longer than lost_after_by_month says of that
-- day: it is a customer again once it orders, or, seldom, once longer gaps have become usual. Of the others loyal (忠诚) is who ordered states.loyal_orders times or more, in states.loyal_quarters or more of the four
-- quarters, of three months each, that end with the month, and has no complaint that is not resolved; repeat (重复) who ordered
-- twice or more, first-time (初次) who ordered once. Who never ordered is a non-customer (非客户) if marked hostile, irrelevant or
-- not to be contacted, a target (目标) if marked so or if a lead that it came from had states.target_traits or more of money,
-- authority and need, and else a prospect (潜在). No row after the day counts, but what has no date is taken as it is known
-- today: marks, cancelled orders, merged files.
-- key: customer_id, month_end
-- columns:
--   customer_id      Customer
--   month_end        Last day of the month, or the as-of date
--   state            prospect, target, non-customer, first-time, repeat, loyal or lost
--   previous_state   State at the month end before; NULL where the customer was not known then
--   orders           Orders by that day [orders]
--   last_order_date  Date of the last order by then; NULL without one
--   has_ordered      Whether it ordered in the month
--   quarters         Quarters of the last four with an order [quarters]
--   open_complaints  Complaints not resolved that day [complaints]
-- checks:
--   the state is known: state in ('prospect', 'target', 'non-customer', 'first-time', 'repeat', 'loyal', 'lost')
--   who ordered is or was a customer: (orders > 0) = (state in ('first-time', 'repeat', 'loyal', 'lost'))
--   nobody looks ahead: last_order_date is null or last_order_date <= month_end
with
    qualified as (
        select
            leads.customer_id,
            min(leads.closed_date) as since_date
        from
            staging.stg_leads as leads
            cross join run.settings as settings
        where
            leads.customer_id is not null
            and coalesce(leads.has_money, false)::integer + coalesce(leads.has_authority, false)::integer + coalesce(leads.has_need, false)::integer >= settings.states_target_traits
        group by
            leads.customer_id
    ),
    known as (
        select
            customers.customer_id,
            files.marking,
            qualified.since_date as qualified_date,
            -- The earlier of those that are known.
            coalesce(
                least(
                    customers.first_order_date,
                    case
                        when files.created_date <= settings.as_of_date then files.created_date
                    end
                ),
                settings.as_of_date
            ) as known_from
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            cross join run.settings as settings
            left join qualified on customers.customer_id = qualified.customer_id
    ),
    order_months as (
        select
            customer_id,
            date_trunc('month', order_date)::date as month,
            count(*) as orders,
            max(order_date) as last_order_date
        from
            marts.orders
        where
            order_count > 0
        group by
            customer_id,
            date_trunc('month', order_date)::date
    ),
    complaints as (
        select
            tickets.customer_id,
            months.month_end,
            count(*) as complaints
        from
            staging.stg_tickets as tickets
            inner join marts.month_ends as months on tickets.opened_at::date <= months.month_end
            and (
                tickets.resolved_at is null
                or tickets.resolved_at::date > months.month_end
            )
        where
            tickets.kind = 'complaint'
        group by
            tickets.customer_id,
            months.month_end
    ),
    histories as (
        select
            known.customer_id,
            known.marking,
            known.qualified_date,
            months.month_end,
            order_months.orders is not null as has_ordered,
            coalesce(
                sum(order_months.orders) over (
                    partition by
                        known.customer_id
                    order by
                        months.month_end
                ),
                0
            ) as orders,
            max(order_months.last_order_date) over (
                partition by
                    known.customer_id
                order by
                    months.month_end
            ) as last_order_date,
            case
                when count(order_months.orders) over (
                    partition by
                        known.customer_id
                    order by
                        months.month_end rows between 2 preceding
                        and current row
                ) > 0 then 1
                else 0
            end + case
                when count(order_months.orders) over (
                    partition by
                        known.customer_id
                    order by
                        months.month_end rows between 5 preceding
                        and 3 preceding
                ) > 0 then 1
                else 0
            end + case
                when count(order_months.orders) over (
                    partition by
                        known.customer_id
                    order by
                        months.month_end rows between 8 preceding
                        and 6 preceding
                ) > 0 then 1
                else 0
            end + case
                when count(order_months.orders) over (
                    partition by
                        known.customer_id
                    order by
                        months.month_end rows between 11 preceding
                        and 9 preceding
                ) > 0 then 1
                else 0
            end as quarters
        from
            known
            inner join marts.month_ends as months on months.month_end >= known.known_from
            left join order_months on known.customer_id = order_months.customer_id
            and months.month = order_months.month
    ),
    states as (
        select
            histories.customer_id,
            histories.month_end,
            histories.orders,
            histories.last_order_date,
            histories.has_ordered,
            histories.quarters,
            coalesce(complaints.complaints, 0) as open_complaints,
            case
                when histories.month_end - histories.last_order_date > horizons.days then 'lost'
                when histories.orders >= settings.states_loyal_orders
                and histories.quarters >= settings.states_loyal_quarters
                and complaints.complaints is null then 'loyal'
                when histories.orders >= 2 then 'repeat'
                when histories.orders = 1 then 'first-time'
                when histories.marking in ('hostile', 'irrelevant', 'do_not_contact') then 'non-customer'
                when histories.marking = 'target'
                or histories.qualified_date <= histories.month_end then 'target'
                else 'prospect'
            end as state
        from
            histories
            cross join run.settings as settings
            inner join marts.lost_after_by_month as horizons on histories.month_end = horizons.month_end
            left join complaints on histories.customer_id = complaints.customer_id
            and histories.month_end = complaints.month_end
    )
select
    customer_id,
    month_end,
    state,
    lag (state) over (
        partition by
            customer_id
        order by
            month_end
    ) as previous_state,
    orders::integer as orders,
    last_order_date,
    has_ordered,
    quarters::integer as quarters,
    open_complaints::integer as open_complaints
from
    states
