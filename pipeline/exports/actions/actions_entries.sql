-- One row per action and customer, or prospect, that it is recommended for: what the files to take to work are written from.
-- format: arrow
-- columns:
--   label         Customer or prospect, as the site may show it
--   customer_key  Address of its page; NULL for a prospect
--   kind          consumer, business or distributor; NULL for a prospect
--   region        Sales region
select
    lists.action,
    lists.place,
    coalesce(customers.label, leads.label) as label,
    customers.customer_key,
    customers.kind,
    coalesce(customers.region, leads.region) as region,
    lists.why,
    lists.fields,
    lists.days,
    lists.value,
    lists.owner,
    lists.next_step,
    lists.before_all
from
    marts.action_lists as lists
    left join marts.customers as customers on lists.customer_id = customers.customer_id
    left join marts.leads as leads on lists.lead_id = leads.lead_id
order by
    lists.position,
    lists.place
