-- One row per customer of two lists: those whose revenue fell most against the prior window, and those whose rose most,
-- in whatever tier; as many of each as settings.value.list_customers says. None where history does not cover that window.
-- columns:
--   grade    Grade of solvency; NULL for who is no client on credit
--   is_weak  Whether the grade puts a client on the watch list
--   next_step_reason  Why something is to be done next, see next_steps
select
    changes.direction,
    changes.place,
    changes.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    tiers.prior_tier,
    tiers.prior_tier_reason,
    tiers.tier,
    tiers.tier_reason,
    changes.prior_revenue::double as prior_revenue,
    changes.revenue::double as revenue,
    changes.change::double as change,
    profits.profit::double as profit,
    profits.profit_class,
    clients.grade,
    grades.is_watched as is_weak,
    steps.next_step_reason
from
    marts.change_by_customer as changes
    inner join marts.customers as customers on changes.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on changes.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on changes.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on changes.customer_id = profits.customer_id
    left join marts.client_solvency as clients on changes.customer_id = clients.customer_id
    left join run.solvency_grades as grades on clients.grade_position = grades.position
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
    cross join marts.revenue_totals as totals
    cross join run.settings as settings
where
    totals.is_prior_complete
    and changes.place <= settings.value_list_customers
order by
    changes.direction,
    changes.place
