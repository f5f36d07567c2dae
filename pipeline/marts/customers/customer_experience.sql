-- One row per customer: the state it is in and since when, how its orders were served in the current window, and what it said of us last.
-- A state lasts since the first of the month ends, one after the other up to the as-of date, at which the customer was in it. Its last
-- answer is that of the latest date, of one date that with the greatest number of the form; anonymous answers tell of nobody. Where no
-- order, ticket or answer of any customer tells, nothing is known, which is not 0.
-- key: customer_id
-- columns:
--   customer_id         Customer
--   state               State on the as-of date; NULL where no month is on record
--   state_since         First month end at which it was in it without a break
--   previous_state      State before that; NULL where there was none
--   due_orders          Orders of the current window that came, or were to come: on time, late or overdue; NULL where it is not known of any customer's [orders]
--   late_orders         Those of them that came late or are overdue; NULL likewise [orders]
--   short_orders        Orders of the current window that left incomplete; NULL where that is not known of any of them, or of any
--                       customer's [orders]
--   complaints          Complaints of the current window; NULL where no ticket of anybody is on record [complaints]
--   open_complaints     Complaints of any time that are not resolved; NULL likewise [complaints]
--   answered_date       Date of its last answer; NULL without one
--   recommend_score     What it said to recommending us [0 to 10]
--   satisfaction_score  How satisfied it said it is [1 to 5]
--   dissatisfied_since  Day since which it is dissatisfied, see dissatisfactions; NULL where it is not
-- checks:
--   no more is late than was due: due_orders is null or late_orders <= due_orders
--   a state has a first day: (state is null) = (state_since is null)
with
    breaks as (
        select
            states.customer_id,
            states.month_end,
            states.state,
            max(
                case
                    when states.previous_state is distinct from states.state then states.month_end
                end
            ) over (
                partition by
                    states.customer_id
                order by
                    states.month_end
            ) as state_since
        from
            marts.customer_states as states
    ),
    current_states as (
        select
            breaks.customer_id,
            breaks.state,
            breaks.state_since,
            starts.previous_state
        from
            breaks
            inner join run.settings as settings on breaks.month_end = settings.as_of_date
            inner join marts.customer_states as starts on breaks.customer_id = starts.customer_id
            and breaks.state_since = starts.month_end
    ),
    served as (
        select
            customer_id,
            count(
                case
                    when due_state in ('on time', 'late', 'overdue') then 1
                end
            ) as due_orders,
            count(
                case
                    when is_late then 1
                end
            ) as late_orders,
            count(
                case
                    when is_short then 1
                end
            ) as short_orders,
            count(is_short) as judged_orders
        from
            marts.order_service
        where
            period = 'current'
        group by
            customer_id
    ),
    complained as (
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
            ) as open_complaints
        from
            marts.service_tickets
        where
            kind = 'complaint'
        group by
            customer_id
    ),
    answers as (
        select
            customer_id,
            answered_date,
            recommend_score,
            satisfaction_score
        from
            staging.stg_surveys
        where
            customer_id is not null
            and answered_date is not null
            and (
                recommend_score is not null
                or satisfaction_score is not null
            )
        qualify
            row_number() over (
                partition by
                    customer_id
                order by
                    answered_date desc,
                    survey_id desc
            ) = 1
    ),
    dissatisfied as (
        select
            customer_id,
            min(since_date) as since_date
        from
            marts.dissatisfactions
        where
            is_open
        group by
            customer_id
    ),
    known as (
        select
            (
                select
                    count(*) > 0
                from
                    marts.order_service
                where
                    due_state in ('on time', 'late', 'overdue')
            ) as has_due,
            (
                select
                    count(*) > 0
                from
                    marts.order_service
                where
                    is_short is not null
            ) as has_fill,
            (
                select
                    count(*) > 0
                from
                    staging.stg_tickets
            ) as has_tickets
    )
select
    customers.customer_id,
    current_states.state,
    current_states.state_since,
    current_states.previous_state,
    case
        when known.has_due then coalesce(served.due_orders, 0)
    end::integer as due_orders,
    case
        when known.has_due then coalesce(served.late_orders, 0)
    end::integer as late_orders,
    case
        when known.has_fill
        and coalesce(served.judged_orders, 1) > 0 then coalesce(served.short_orders, 0)
    end::integer as short_orders,
    case
        when known.has_tickets then coalesce(complained.complaints, 0)
    end::integer as complaints,
    case
        when known.has_tickets then coalesce(complained.open_complaints, 0)
    end::integer as open_complaints,
    answers.answered_date,
    answers.recommend_score::integer as recommend_score,
    answers.satisfaction_score::integer as satisfaction_score,
    dissatisfied.since_date as dissatisfied_since
from
    marts.customers as customers
    cross join known
    left join current_states on customers.customer_id = current_states.customer_id
    left join served on customers.customer_id = served.customer_id
    left join complained on customers.customer_id = complained.customer_id
    left join answers on customers.customer_id = answers.customer_id
    left join dissatisfied on customers.customer_id = dissatisfied.customer_id
