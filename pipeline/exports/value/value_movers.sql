-- One row per customer of two lists: those whose revenue fell most against the prior window, and those whose rose most,
-- in whatever tier; as many of each as settings.value.list_customers says. None where history does not cover that window.
-- columns:
--   direction  up or down
--   place      Place in the list of that direction, from 1
--   grade      Grade of solvency; NULL for who is no client on credit
--   is_weak    Whether the grade puts a client on the watch list
with
    listed as (
        select
            changes.*,
            case
                when changes.change > 0 then 'up'
                else 'down'
            end as direction,
            row_number() over (
                partition by
                    changes.change > 0
                order by
                    abs(changes.change) desc,
                    changes.customer_id
            )::integer as place
        from
            marts.change_by_customer as changes
            cross join marts.revenue_totals as totals
        where
            changes.change <> 0
            and totals.is_prior_complete
    )
select
    listed.direction,
    listed.place,
    listed.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    tiers.prior_tier,
    tiers.prior_tier_reason,
    tiers.tier,
    tiers.tier_reason,
    listed.prior_revenue::double as prior_revenue,
    listed.revenue::double as revenue,
    listed.change::double as change,
    profits.profit::double as profit,
    profits.profit_class,
    clients.grade,
    grades.is_watched as is_weak
from
    listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on listed.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on listed.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on listed.customer_id = profits.customer_id
    left join marts.client_solvency as clients on listed.customer_id = clients.customer_id
    left join run.solvency_grades as grades on clients.grade_position = grades.position
    cross join run.settings as settings
where
    listed.place <= settings.value_list_customers
order by
    listed.direction,
    listed.place
