-- Bad rows: customers and prospects that stand in a list of actions more than once
-- severity: error
-- fix: a join in marts.action_lists repeats rows; each part of it has to give one row per customer or prospect
select
    action,
    customer_id,
    lead_id,
    count(*)::integer as entries
from
    marts.action_lists
group by
    action,
    customer_id,
    lead_id
having
    count(*) > 1
order by
    action,
    customer_id,
    lead_id
