-- One row per customer among the largest of the current window, as many as listed_customers of the settings says; of
-- customers equal at the end of the list, those with the lower identifier.
-- columns:
--   driver               How the customer moved revenue; NULL where there is no window before to compare with
--   change               Revenue less that of the window before; NULL where there is none to compare with [reporting currency]
--   prior_revenue        Revenue in the window before; NULL without orders in it [reporting currency]
--   prior_revenue_share  Share of revenue in the window before
--   prior_rank           Rank in the window before; NULL without orders in it
--   next_step_reason     Why something is to be done next, see next_steps
select
    shares.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    shares.position,
    shares.rank,
    shares.orders,
    shares.order_share,
    shares.revenue::double as revenue,
    shares.revenue_share,
    shares.cumulative_share,
    changes.driver,
    changes.change::double as change,
    before.revenue::double as prior_revenue,
    before.revenue_share as prior_revenue_share,
    before.rank as prior_rank,
    steps.next_step_reason
from
    marts.customer_shares as shares
    inner join marts.customers as customers on shares.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on shares.customer_id = cells.customer_id
    cross join run.settings as settings
    left join marts.change_by_customer as changes on shares.customer_id = changes.customer_id
    left join marts.customer_shares as before on shares.customer_id = before.customer_id
    and before.period = 'prior'
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
where
    shares.period = 'current'
    and shares.position <= settings.composition_listed_customers
order by
    shares.position,
    shares.label
