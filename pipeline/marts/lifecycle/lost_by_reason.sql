-- One row per reason of those lost within the current span and lost still: how many they are and what went with them.
-- Without a span, for the record is too short, it is all that are lost.
-- key: reason
-- columns:
--   reason      Why they no longer buy, as noted in the customer file; not noted where nothing is
--   is_noted    Whether it is
--   since_date  First day of the span; NULL without one
--   customers   Customers lost [customers]
--   signs       Those of them with a complaint or a poor score on record [customers]
--   share       Share of the customers lost [0 to 1]
--   value_lost  What they had brought in a window, see lost_customers [reporting currency]
-- checks:
--   a reason has customers: customers > 0 and signs <= customers
with
    lost as (
        select
            coalesce(lost.reason, 'not noted') as reason,
            lost.reason is not null as is_noted,
            spans.from_date + 1 as since_date,
            lost.sign,
            lost.value_lost
        from
            marts.lost_customers as lost
            left join marts.state_spans as spans on spans.span = 'current'
        where
            spans.from_date is null
            or lost.lost_date > spans.from_date
    )
select
    reason,
    is_noted,
    since_date,
    count(*)::integer as customers,
    count(sign)::integer as signs,
    safe_div(count(*), sum(count(*)) over ()) as share,
    sum(value_lost)::decimal(18, 4) as value_lost
from
    lost
group by
    reason,
    is_noted,
    since_date
