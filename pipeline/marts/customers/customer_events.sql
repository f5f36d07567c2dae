-- One row per customer and event between it and us, up to the as-of date: states that it came into, contacts, requests, complaints, answers to
-- surveys, orders that came late or left short, returns. Its orders and payments stand elsewhere.
-- What a customer wrote is personal and not here. The kind and the number of the event tell two of one day apart.
-- key: customer_id, kind, event_id
-- columns:
--   customer_id         Customer
--   event_date          Day of the event; of a state the month end at which it was first in it; of an order that came late the day it came, that has
--                       not come the day it was due, and of one that left short the day it left
--   kind                state, contact, request, complaint, answer, failed order or return
--   event_id            Number of the event in its input; of a state its day
--   about               State come into, channel of a contact, category of a ticket, reason of a return; late, short, or late and short of an order
--   before              State before; NULL where there was none, and for other events
--   is_open             Whether a request or complaint is not resolved; NULL for other events
--   days                Days late of an order, days that a ticket took to be resolved, or is open; NULL where not known, and for other events [days]
--   recommend_score     Answer to recommending us [0 to 10]
--   satisfaction_score  Answer to satisfaction [1 to 5]
--   place               Place among the customer's events, from 1, the newest
-- checks:
--   places are counted: place >= 1
--   only tickets are open: is_open is null or kind in ('request', 'complaint')
with
    events as (
        select
            customer_id,
            month_end as event_date,
            'state' as kind,
            month_end::varchar as event_id,
            state as about,
            previous_state as before,
            null::boolean as is_open,
            null::integer as days,
            null::integer as recommend_score,
            null::integer as satisfaction_score
        from
            marts.customer_states
        where
            previous_state is distinct from state
        union all
        select
            customer_id,
            interaction_date,
            'contact',
            interaction_id,
            channel,
            null,
            null,
            null,
            null,
            null
        from
            staging.stg_interactions
        union all
        select
            customer_id,
            opened_date,
            kind,
            ticket_id,
            category,
            null,
            is_open,
            case
                when is_open then age_days
                else round(resolution_hours / 24)
            end::integer,
            null,
            null
        from
            marts.service_tickets
        union all
        select
            customer_id,
            answered_date,
            'answer',
            survey_id,
            null,
            null,
            null,
            null,
            recommend_score,
            satisfaction_score
        from
            staging.stg_surveys
        where
            answered_date is not null
            and (
                recommend_score is not null
                or satisfaction_score is not null
            )
        union all
        select
            customer_id,
            case
                when due_state = 'late' then judged_date
                when due_state = 'overdue' then required_date
                else coalesce(shipped_date, delivered_date, order_date)
            end,
            'failed order',
            order_id,
            case
                when is_late
                and is_short then 'late and short'
                when is_late then 'late'
                else 'short'
            end,
            null,
            null,
            days_late,
            null,
            null
        from
            marts.order_service
        where
            is_late
            or is_short
        union all
        select
            customer_id,
            return_date,
            'return',
            return_number::varchar,
            reason,
            null,
            null,
            null,
            null,
            null
        from
            staging.stg_returns
    )
select
    events.customer_id,
    events.event_date,
    events.kind,
    events.event_id,
    events.about,
    events.before,
    events.is_open,
    events.days,
    events.recommend_score::integer as recommend_score,
    events.satisfaction_score::integer as satisfaction_score,
    (
        row_number() over (
            partition by
                events.customer_id
            order by
                events.event_date desc,
                events.kind,
                events.event_id
        )
    )::integer as place
from
    events
    inner join marts.customers as customers on events.customer_id = customers.customer_id
where
    events.event_date is not null
