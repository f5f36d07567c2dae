-- One row per customer of the list of those that cost most, by loss: as many as settings.value.list_customers says.
-- columns:
--   place    Place in the list, from 1
--   revenue  Revenue in the current window; NULL for a customer that bought nothing [reporting currency]
--   tier     Tier in the current window; NULL for a customer that is not ranked
with
    listed as (
        select
            profits.*,
            row_number() over (
                order by
                    profit,
                    customer_id
            )::integer as place
        from
            marts.customer_profits as profits
        where
            profits.profit_class = 'bad'
    )
select
    listed.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.region,
    customers.owner,
    tiers.tier,
    customers.current_revenue::double as revenue,
    listed.margin::double as margin,
    listed.service_cost::double as service_cost,
    listed.retention_cost::double as retention_cost,
    listed.ticket_cost::double as ticket_cost,
    listed.cost_to_serve::double as cost_to_serve,
    listed.profit::double as profit,
    listed.profit_rate,
    listed.historical_value::double as historical_value,
    listed.historical_value_reason
from
    listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on listed.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on listed.customer_id = tiers.customer_id
    cross join run.settings as settings
where
    listed.place <= settings.value_list_customers
order by
    listed.place
