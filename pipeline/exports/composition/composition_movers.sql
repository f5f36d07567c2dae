-- One row per customer among those whose revenue rose most and those whose revenue fell most, as many of each as
-- listed_customers of the settings says; of customers equal at the end of a list, those with the lower identifier.
-- columns:
--   profit   Margin less cost to serve, current window [reporting currency]
--   grade    Grade of solvency; NULL for who is no client on credit
--   is_weak  Whether the grade puts a client on the watch list
--   next_step_reason  Why something is to be done next, see next_steps
select
    changes.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    changes.driver,
    changes.orders,
    changes.prior_orders,
    changes.revenue::double as revenue,
    changes.prior_revenue::double as prior_revenue,
    changes.change::double as change,
    profits.cost_to_serve::double as cost_to_serve,
    profits.profit::double as profit,
    clients.grade,
    grades.is_watched as is_weak,
    steps.next_step_reason
from
    marts.change_by_customer as changes
    inner join marts.customers as customers on changes.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on changes.customer_id = cells.customer_id
    inner join marts.customer_profits as profits on changes.customer_id = profits.customer_id
    left join marts.client_solvency as clients on changes.customer_id = clients.customer_id
    left join run.solvency_grades as grades on clients.grade_position = grades.position
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
    cross join run.settings as settings
where
    changes.place <= settings.composition_listed_customers
order by
    changes.change desc,
    changes.customer_id
