-- One row per customer, in the order and the parts of customer_index: the groups of kinds of which it may be in several, each kind
-- joined by line breaks. It is read only where a link asks for one of them.
-- format: arrow in parts of 5000
select
    customers.customer_key,
    memberships.product_categories,
    memberships.order_channels,
    memberships.order_regions,
    memberships.order_owners,
    memberships.moved_products,
    memberships.critical_ratios,
    memberships.weak_ratios,
    memberships.debt_ages,
    memberships.faulty_fields,
    memberships.file_errors
from
    marts.customers as customers
    left join marts.customer_memberships as memberships on customers.customer_id = memberships.customer_id
order by
    customers.current_revenue desc nulls last,
    customers.customer_key
