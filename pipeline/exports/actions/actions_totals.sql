-- One row per list of actions: how many it is for, what they are worth, and who stands at its head.
-- columns:
--   label         Customer or prospect at the head of the list, as the site may show it
--   customer_key  Address of its page; NULL for a prospect
select
    totals.action,
    totals.entries,
    totals.owners,
    totals.unowned,
    totals.value,
    totals.before_all,
    coalesce(customers.label, leads.label) as label,
    customers.customer_key,
    customers.owner
from
    marts.action_totals as totals
    left join marts.customers as customers on totals.first_customer_id = customers.customer_id
    left join marts.leads as leads on totals.first_lead_id = leads.lead_id
order by
    totals.position
