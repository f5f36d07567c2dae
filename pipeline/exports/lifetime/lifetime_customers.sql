-- One row per customer of the list of those of whom most is still to come: as many as settings.value.list_customers says.
-- columns:
--   place   Place in the list, from 1
--   tier    Tier in the current window; NULL where the customer is not ranked
with
    listed as (
        select
            customer_values.*,
            row_number() over (
                order by
                    predicted_value desc,
                    customer_id
            )::integer as place
        from
            marts.customer_lifetime_values as customer_values
        where
            predicted_value > 0
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
    customers.recency_days,
    listed.alive_probability,
    listed.year_purchases,
    listed.expected_spend,
    listed.predicted_value::double as predicted_value,
    listed.predicted_low::double as predicted_low,
    listed.predicted_high::double as predicted_high,
    listed.historical_value::double as historical_value,
    listed.current_value::double as current_value,
    listed.potential_value::double as potential_value,
    steps.next_step_reason
from
    listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on listed.customer_id = cells.customer_id
    left join marts.customer_tiers as tiers on listed.customer_id = tiers.customer_id
    left join marts.next_steps as steps on listed.customer_id = steps.customer_id
    cross join run.settings as settings
where
    listed.place <= settings.value_list_customers
order by
    listed.place
