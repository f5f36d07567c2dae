-- One row per customer that stands elsewhere than in the last run, for worse or better: of each as many as changes.list_customers says, those with
-- most at stake first.
select
    changes.direction,
    changes.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.owner,
    changes.at_stake,
    changes.tier_before,
    changes.tier_now,
    changes.state_before,
    changes.state_now,
    changes.grade_before,
    changes.grade_now,
    changes.profit_class_before,
    changes.profit_class_now,
    changes.rfm_class_before,
    changes.rfm_class_now,
    steps.next_step,
    steps.next_step_reason
from
    marts.changed_customers as changes
    inner join marts.customers as customers on changes.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on changes.customer_id = cells.customer_id
    left join marts.next_steps as steps on changes.customer_id = steps.customer_id
    cross join run.settings as settings
where
    changes.direction in ('worse', 'better')
    and changes.place <= settings.changes_list_customers
order by
    changes.direction desc,
    changes.place
