-- One row per customer of the list of those whose next order is late by their own rhythm, the most revenue in the current
-- window first: as many as prediction.list_customers says.
-- columns:
--   place           Place in the list, from 1
--   late_customers  Customers that are late, those beyond the list too [customers]
--   late_revenue    What they brought in the current window [reporting currency]
--   revenue         Revenue in the current window; NULL without orders in it [reporting currency]
with
    late as (
        select
            rhythms.*,
            customers.label,
            customers.customer_key,
            customers.kind,
            customers.owner,
            customers.recency_days,
            customers.current_revenue as revenue,
            row_number() over (
                order by
                    customers.current_revenue desc nulls last,
                    rhythms.customer_id
            ) as place,
            count(*) over () as late_customers,
            sum(customers.current_revenue) over () as late_revenue
        from
            marts.customer_rhythms as rhythms
            inner join marts.customers as customers on rhythms.customer_id = customers.customer_id
        where
            rhythms.state = 'late'
    )
select
    late.place::integer as place,
    late.label,
    late.customer_key,
    cells.cell,
    late.kind,
    late.owner,
    late.late_customers::integer as late_customers,
    late.late_revenue::double as late_revenue,
    late.revenue::double as revenue,
    late.gaps,
    late.rhythm_days,
    late.recency_days,
    late.next_order_date,
    late.next_order_until,
    late.overdue_days,
    churn.probability,
    steps.next_step_reason
from
    late
    inner join marts.customer_cells as cells on late.customer_id = cells.customer_id
    left join marts.customer_churn as churn on late.customer_id = churn.customer_id
    left join marts.next_steps as steps on late.customer_id = steps.customer_id
    cross join run.settings as settings
where
    late.place <= settings.prediction_list_customers
order by
    late.place
