-- One row per action that is recommended for anybody: how many it is for, and what they are worth.
-- key: action
-- columns:
--   action     Name of the list, see action_lists
--   position   Order of the lists, from the most pressing
--   entries    Customers, or prospects, in it
--   owners     People who are to do it [people]
--   unowned    Entries that nobody is named for
--   value      Sum of what they are worth; NULL where none is known [reporting currency]
--   before_all Entries with which something else goes before
--   first_customer_id  Customer at its head; NULL for a list of prospects
--   first_lead_id      Prospect at its head; NULL for a list of customers
-- checks:
--   a list has entries: entries > 0
select
    action,
    position,
    count(*)::integer as entries,
    count(distinct owner)::integer as owners,
    count(
        case
            when owner is null then 1
        end
    )::integer as unowned,
    -- In decimals: a sum of doubles would depend on their order.
    sum(value::decimal(18, 4))::double as value,
    count(before_all)::integer as before_all,
    max(
        case
            when place = 1 then customer_id
        end
    ) as first_customer_id,
    max(
        case
            when place = 1 then lead_id
        end
    ) as first_lead_id
from
    marts.action_lists
group by
    action,
    position
