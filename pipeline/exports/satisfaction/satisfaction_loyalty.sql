-- One row per attitude and behaviour: customers, what they bring, their chance to leave, and what to do.
select
    attitude,
    behaviour,
    loyalty,
    customers,
    customer_share,
    known_share,
    revenue::double as revenue,
    revenue_share,
    leave_probability,
    rated_customers,
    lost_customers,
    action
from
    marts.loyalty_matrix
order by
    attitude,
    behaviour
