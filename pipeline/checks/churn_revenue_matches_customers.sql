-- Bad rows: customers whose revenue to date in the features of the chance to leave differs from marts.customers
-- severity: error
-- fix: compare marts.churn_features, which takes returns off by their date, with staging.stg_orders, which takes off all
select
    customers.customer_id,
    customers.revenue,
    features.revenue as churn_revenue
from
    marts.churn_features as features
    left join marts.customers as customers on features.customer_id = customers.customer_id
where
    features.snapshot = 'today'
    and (features.revenue = coalesce(customers.revenue, 0)) is not true
