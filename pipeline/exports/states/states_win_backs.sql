-- One row per lost customer to win back, the most worth first: as many as states.list_customers says.
select
    lost.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    lost.silent_days,
    lost.orders,
    lost.value_lost::double as value_lost,
    lost.margin_lost::double as margin_lost,
    lost.reason,
    lost.sign,
    lost.chance,
    lost.win_back_value,
    steps.next_step_reason
from
    marts.lost_customers as lost
    inner join marts.customers as customers on lost.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on lost.customer_id = cells.customer_id
    left join marts.next_steps as steps on lost.customer_id = steps.customer_id
    cross join run.settings as settings
where
    lost.place <= settings.states_list_customers
order by
    lost.place
