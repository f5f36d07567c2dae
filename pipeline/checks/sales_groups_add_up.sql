-- Bad rows: figures of the sales force that do not add up to the company's, by dimension
-- severity: error
-- fix: a group loses or doubles customers, orders or leads; compare marts.sales_by_group with marts.customers, marts.orders and staging.stg_leads
with
    parts as (
        select
            dimension,
            sum(customers) as customers,
            sum(lost_customers) as lost_customers,
            sum(lost_revenue) as lost_revenue,
            sum(held_revenue) as held_revenue,
            sum(orders) as orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            sum(open_leads) as open_leads,
            sum(commission) as commission
        from
            marts.sales_by_group
        group by
            dimension
    ),
    by_customer as (
        select
            count(*) as customers,
            coalesce(sum(current_revenue), 0) as held_revenue
        from
            marts.customers
    ),
    by_order as (
        select
            coalesce(sum(order_count), 0) as orders,
            coalesce(sum(revenue), 0) as revenue
        from
            marts.orders
        where
            period = 'current'
    ),
    by_lead as (
        select
            count(*) as open_leads
        from
            staging.stg_leads
        where
            status = 'open'
    ),
    company as (
        select
            sum(commission) as commission,
            sum(prior_revenue) as prior_revenue,
            sum(lost_customers) as lost_customers,
            sum(lost_revenue) as lost_revenue
        from
            marts.sales_by_group
        where
            dimension = 'all'
    )
select
    parts.dimension,
    parts.customers,
    by_customer.customers as expected_customers,
    parts.lost_customers,
    company.lost_customers as expected_lost_customers,
    parts.lost_revenue,
    company.lost_revenue as expected_lost_revenue,
    parts.held_revenue,
    by_customer.held_revenue as expected_held_revenue,
    parts.orders,
    by_order.orders as expected_orders,
    parts.revenue,
    by_order.revenue as expected_revenue,
    parts.prior_revenue,
    company.prior_revenue as expected_prior_revenue,
    parts.open_leads,
    by_lead.open_leads as expected_open_leads,
    parts.commission,
    company.commission as expected_commission
from
    parts
    cross join by_customer
    cross join by_order
    cross join by_lead
    cross join company
where
    (
        parts.customers = by_customer.customers
        and parts.lost_customers is not distinct from company.lost_customers
        and parts.lost_revenue is not distinct from company.lost_revenue
        and parts.held_revenue = by_customer.held_revenue
        and parts.orders = by_order.orders
        and parts.revenue = by_order.revenue
        and parts.prior_revenue is not distinct from company.prior_revenue
        and coalesce(parts.open_leads = by_lead.open_leads, true)
        -- Where the commission of all is known, so is that of each part that sold anything.
        and coalesce(parts.commission = company.commission, company.commission is null)
    ) is not true
