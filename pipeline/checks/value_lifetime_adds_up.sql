-- Bad rows: a total of lifetime value that is not the sum over customers, each rounded to four decimals
-- severity: error
-- fix: compare marts.lifetime_value_totals with marts.customer_lifetime_values; both compute spend, the one for all of a history at once
with
    customers as (
        select
            count(predicted_value) as customers,
            coalesce(sum(predicted_value), 0) as predicted_value,
            coalesce(sum(abs(predicted_value)), 0) as size
        from
            marts.customer_lifetime_values
    ),
    totals as (
        select
            coalesce(sum(customers), 0) as customers,
            coalesce(max(predicted_value), 0) as predicted_value
        from
            marts.lifetime_value_totals
    )
select
    totals.customers as total_customers,
    customers.customers,
    totals.predicted_value as total_value,
    customers.predicted_value
from
    totals
    cross join customers
where
    (
        totals.customers = customers.customers
        and abs(totals.predicted_value - customers.predicted_value::double) <= 0.0001 + 0.00005 * customers.customers + 1e-9 * customers.size::double
    ) is not true
