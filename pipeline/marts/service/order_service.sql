-- One row per order that counts: whether it came on time, whole and undamaged, and without a complaint, as known on the as-of date.
-- By date an order is on time if it arrived no later than on the day asked for, whatever the hour. The day it left stands for its
-- arrival where that is not known and the order is not open, or if service.on_time_by says shipped. An order whose day is over
-- and that has not come is overdue. By the hour it is on time if it arrived no later than at the moment promised; both moments
-- must be known. Returns and complaints that name the order count up to service.follow_up_days after it arrived, or after the
-- day asked for where it never did; until then the order is pending. An order is perfect if it is on time, complete, neither
-- returned nor damaged, and nobody complained of it. Of these four parts those are asked for that the project knows of any order, on time
-- and one more at least; of an order of which one of them is not known, whether it is perfect is unknown, and never yes. That
-- nothing came back, or that nobody complained, is known of an order whose time for that was not over before the first return, or
-- the first ticket, that names an order; that nothing was damaged, by the first of these that gives a reason or a category.
-- key: order_id
-- columns:
--   order_id            Order
--   customer_id         Customer
--   order_date          Date the order was placed
--   month               First day of its month
--   period              current, prior or earlier
--   kind                Kind of the customer
--   tier                Tier of the customer in the current window; NULL where it has none
--   tier_position       Number of the tier, from 1 at the top
--   region              Sales region
--   channel             Channel
--   required_date       Date the customer asked for
--   shipped_date        Date it left, by the as-of date
--   delivered_date      Date it arrived, by the as-of date
--   judged_date         Day by which it is on time or late; NULL where it has not come
--   judged_by           delivered or shipped: what that day is
--   due_state           on time, late, overdue, not due or unknown
--   days_late           Days after the date asked for, of a late order until it came, of an overdue one to the as-of date [days]
--   hour_state          on time, late or unknown, by the moment promised
--   hours_late          Hours after the moment promised [hours]
--   shipping_days       Days from the order until it left [days]
--   transit_days        Days from leaving to arrival [days]
--   delivery_days       Days from the order to its arrival [days]
--   lines               Lines with units [lines]
--   known_lines         Lines of which it is known what left [lines]
--   filled_lines        Lines of which all left [lines]
--   known_units         Units of the lines of which it is known [units]
--   filled_units        Units that left with the order [units]
--   awaited_lines       Short lines whose rest has not left [lines]
--   fill_state          complete, short, not shipped or unknown
--   is_settled          Whether the time in which returns and complaints count is over
--   is_late             Whether it is late or overdue; NULL where that is not known or it is not due
--   is_short            Whether it was incomplete; NULL where that is not known
--   is_returned         Whether any of it came back; NULL where that is not known, or not yet
--   is_damaged          Whether it came damaged, by the reason of a return or the category of a complaint; NULL as before, and without either
--   is_complained       Whether there is a complaint about it; NULL as before
--   perfect_parts       Parts that are asked for to be perfect [parts]
--   perfect_state       perfect, failed, pending or unknown
-- checks:
--   an order is due in one way: due_state in ('on time', 'late', 'overdue', 'not due', 'unknown')
--   what is late has days: (due_state in ('late', 'overdue')) = (days_late is not null)
--   a perfect order failed in nothing: perfect_state <> 'perfect'
--     or not (is_late or coalesce(is_short, false) or coalesce(is_returned, false) or coalesce(is_damaged, false) or coalesce(is_complained, false))
with
    damage as (
        select
            lower(value) as word
        from
            run.service_damage_words
    ),
    fills as (
        select
            order_id,
            count(*) as lines,
            count(filled_quantity) as known_lines,
            count(
                case
                    when state = 'filled' then 1
                end
            ) as filled_lines,
            count(
                case
                    when state = 'short' then 1
                end
            ) as short_lines,
            count(
                case
                    when state = 'not shipped' then 1
                end
            ) as unshipped_lines,
            count(
                case
                    when is_awaited then 1
                end
            ) as awaited_lines,
            sum(
                case
                    when filled_quantity is not null then quantity
                end
            ) as known_units,
            sum(filled_quantity) as filled_units
        from
            marts.line_fills
        group by
            order_id
    ),
    placed as (
        select
            orders.order_id,
            orders.customer_id,
            orders.order_date,
            orders.period,
            orders.region,
            orders.channel,
            facts.required_date,
            case
                when facts.shipped_date <= settings.as_of_date then facts.shipped_date
            end as shipped_date,
            case
                when facts.delivered_date <= settings.as_of_date then facts.delivered_date
            end as delivered_date,
            facts.promised_at,
            case
                when facts.delivered_at::date <= settings.as_of_date then facts.delivered_at
            end as delivered_at,
            facts.status = 'open'
            or coalesce(facts.shipped_date > settings.as_of_date, false)
            or coalesce(facts.delivered_date > settings.as_of_date, false) as is_open,
            settings.as_of_date,
            settings.service_on_time_by,
            settings.service_follow_up_days
        from
            marts.orders as orders
            inner join staging.stg_orders as facts on orders.order_id = facts.order_id
            cross join run.settings as settings
        where
            orders.order_count > 0
    ),
    known as (
        select
            count(placed.shipped_date) + count(placed.delivered_date) > 0 as has_dates,
            count(
                case
                    when placed.required_date is not null
                    and (
                        placed.shipped_date is not null
                        or placed.delivered_date is not null
                    ) then 1
                end
            ) > 0 as has_due,
            coalesce(sum(fills.known_lines), 0) > 0 as has_fills
        from
            placed
            left join fills on placed.order_id = fills.order_id
    ),
    known_returns as (
        select
            count(*) > 0 as has_returns,
            min(returns.return_date) as first_return,
            min(
                case
                    when returns.reason is not null then returns.return_date
                end
            ) as first_reason
        from
            staging.stg_returns as returns
            cross join run.settings as settings
        where
            returns.order_id is not null
            and returns.return_date <= settings.as_of_date
    ),
    known_tickets as (
        select
            count(*) > 0 as has_tickets,
            min(opened_at)::date as first_ticket,
            min(
                case
                    when category is not null then opened_at
                end
            )::date as first_category
        from
            staging.stg_tickets
        where
            order_id is not null
    ),
    dated as (
        select
            placed.*,
            known.has_dates,
            known.has_due,
            known.has_fills,
            known_returns.has_returns,
            known_returns.first_return,
            known_tickets.has_tickets,
            known_tickets.first_ticket,
            least(known_returns.first_reason, known_tickets.first_category) as first_cause,
            case
                when placed.service_on_time_by = 'shipped' then coalesce(placed.shipped_date, placed.delivered_date)
                when placed.delivered_date is not null then placed.delivered_date
                when not placed.is_open then placed.shipped_date
            end as judged_date,
            case
                when placed.service_on_time_by = 'shipped'
                and placed.shipped_date is not null then 'shipped'
                when placed.delivered_date is not null then 'delivered'
                when not placed.is_open
                and placed.shipped_date is not null then 'shipped'
            end as judged_by,
            case
                when placed.delivered_date is not null then placed.delivered_date
                when not known.has_dates then placed.order_date
                when not placed.is_open then placed.shipped_date
            end as arrival_date
        from
            placed
            cross join known
            cross join known_returns
            cross join known_tickets
    ),
    due as (
        select
            dated.*,
            case
                when required_date is null then 'unknown'
                when judged_date <= required_date then 'on time'
                when judged_date > required_date then 'late'
                when required_date >= as_of_date then 'not due'
                when has_dates then 'overdue'
                else 'unknown'
            end as due_state,
            case
                when promised_at is null
                or delivered_at is null then 'unknown'
                when delivered_at <= promised_at then 'on time'
                else 'late'
            end as hour_state
        from
            dated
    ),
    followed as (
        select
            due.*,
            case
                when due_state = 'overdue' then required_date
                else arrival_date
            end as follow_from
        from
            due
    ),
    came_back as (
        select
            returns.order_id,
            count(*) as returns,
            count(
                case
                    when exists (
                        select
                            1
                        from
                            damage
                        where
                            contains(lower(returns.reason), damage.word)
                    ) then 1
                end
            ) as damaged_returns
        from
            staging.stg_returns as returns
            inner join followed on returns.order_id = followed.order_id
        where
            returns.return_date <= followed.as_of_date
            and coalesce(returns.return_date <= followed.follow_from + followed.service_follow_up_days, true)
        group by
            returns.order_id
    ),
    complained as (
        select
            tickets.order_id,
            count(*) as complaints,
            count(
                case
                    when exists (
                        select
                            1
                        from
                            damage
                        where
                            contains(lower(tickets.category), damage.word)
                    ) then 1
                end
            ) as damage_complaints
        from
            staging.stg_tickets as tickets
            inner join followed on tickets.order_id = followed.order_id
        where
            tickets.kind = 'complaint'
            and coalesce(tickets.opened_at::date <= followed.follow_from + followed.service_follow_up_days, true)
        group by
            tickets.order_id
    ),
    settled as (
        select
            followed.*,
            coalesce(fills.lines, 0) as lines,
            coalesce(fills.known_lines, 0) as known_lines,
            coalesce(fills.filled_lines, 0) as filled_lines,
            coalesce(fills.known_units, 0) as known_units,
            coalesce(fills.filled_units, 0) as filled_units,
            coalesce(fills.awaited_lines, 0) as awaited_lines,
            case
                when fills.short_lines > 0 then 'short'
                when fills.filled_lines = fills.lines then 'complete'
                when fills.unshipped_lines = fills.lines then 'not shipped'
                else 'unknown'
            end as fill_state,
            came_back.returns,
            came_back.damaged_returns,
            complained.complaints,
            complained.damage_complaints,
            followed.follow_from + followed.service_follow_up_days as follow_until,
            coalesce(followed.follow_from + followed.service_follow_up_days <= followed.as_of_date, false) as is_settled
        from
            followed
            left join fills on followed.order_id = fills.order_id
            left join came_back on followed.order_id = came_back.order_id
            left join complained on followed.order_id = complained.order_id
    ),
    judged as (
        select
            settled.*,
            case
                when due_state in ('late', 'overdue') then true
                when due_state = 'on time' then false
            end as is_late,
            case
                when fill_state = 'short' then true
                when fill_state = 'complete' then false
                -- What should have come and has not left is not complete.
                when fill_state = 'not shipped'
                and due_state = 'overdue' then true
            end as is_short,
            case
                when returns > 0 then true
                when first_return <= follow_until
                and is_settled then false
            end as is_returned,
            case
                when damaged_returns > 0
                or damage_complaints > 0 then true
                when first_cause <= follow_until
                and is_settled then false
            end as is_damaged,
            case
                when complaints > 0 then true
                when first_ticket <= follow_until
                and is_settled then false
            end as is_complained,
            has_due::integer + has_fills::integer + has_returns::integer + has_tickets::integer as perfect_parts
        from
            settled
    )
select
    judged.order_id,
    judged.customer_id,
    judged.order_date,
    date_trunc('month', judged.order_date)::date as month,
    judged.period,
    customers.kind,
    tiers.tier,
    tiers.tier_position,
    judged.region,
    judged.channel,
    judged.required_date,
    judged.shipped_date,
    judged.delivered_date,
    judged.judged_date,
    judged.judged_by,
    judged.due_state,
    case
        when judged.due_state = 'late' then judged.judged_date - judged.required_date
        when judged.due_state = 'overdue' then judged.as_of_date - judged.required_date
    end::integer as days_late,
    judged.hour_state,
    case
        when judged.hour_state = 'late' then safe_div(date_diff('minute', judged.promised_at, judged.delivered_at), 60)
    end as hours_late,
    (judged.shipped_date - judged.order_date)::integer as shipping_days,
    (judged.delivered_date - judged.shipped_date)::integer as transit_days,
    (judged.delivered_date - judged.order_date)::integer as delivery_days,
    judged.lines::integer as lines,
    judged.known_lines::integer as known_lines,
    judged.filled_lines::integer as filled_lines,
    judged.known_units::decimal(18, 4) as known_units,
    judged.filled_units::decimal(18, 4) as filled_units,
    judged.awaited_lines::integer as awaited_lines,
    judged.fill_state,
    judged.is_settled,
    judged.is_late,
    judged.is_short,
    judged.is_returned,
    judged.is_damaged,
    judged.is_complained,
    judged.perfect_parts,
    case
        when not judged.has_due
        or judged.perfect_parts < 2 then 'unknown'
        when not judged.is_settled then 'pending'
        when judged.is_late is null
        or (
            judged.has_fills
            and judged.is_short is null
        )
        or (
            judged.has_returns
            and judged.is_returned is null
        )
        or (
            judged.has_tickets
            and judged.is_complained is null
        ) then 'unknown'
        when judged.is_late
        or judged.is_short
        or judged.is_returned
        or judged.is_damaged
        or judged.is_complained then 'failed'
        else 'perfect'
    end as perfect_state
from
    judged
    inner join marts.customers as customers on judged.customer_id = customers.customer_id
    left join marts.customer_tiers as tiers on judged.customer_id = tiers.customer_id
