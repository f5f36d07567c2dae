-- Bad rows: groupings of contacts whose parts do not add up to all customers, to the contacts on record or to those due
-- severity: error
-- fix: a group loses or doubles customers; compare marts.relationship_groups with marts.relationship_customers and marts.account_contacts
with
    parts as (
        select
            dimension,
            sum(customers) as customers,
            sum(due_customers) as due_customers,
            sum(lapsed_customers) as lapsed_customers,
            sum(contacts_made) as contacts_made,
            sum(
                contacts_due
                order by
                    group_value,
                    has_value
            ) as contacts_due
        from
            marts.relationship_groups
        group by
            dimension
    ),
    by_contact as (
        select
            count(
                case
                    when is_in_window then 1
                end
            ) as contacts_made,
            count(*) as contacts
        from
            marts.account_contacts
    ),
    by_customer as (
        select
            count(*) as customers,
            count(timing) + count(lapsed_date) as due_customers,
            count(lapsed_date) as lapsed_customers,
            sum(
                coalesce(contacts_due, 0) + coalesce(lapsed_contacts_due, 0)
                order by
                    customer_id
            ) as contacts_due
        from
            marts.relationship_customers
    )
select
    parts.dimension,
    parts.customers,
    by_customer.customers as expected_customers,
    parts.due_customers,
    by_customer.due_customers as expected_due_customers,
    parts.lapsed_customers,
    by_customer.lapsed_customers as expected_left_customers,
    parts.contacts_made,
    by_contact.contacts_made as expected_contacts_made,
    parts.contacts_due,
    by_customer.contacts_due as expected_contacts_due
from
    parts
    cross join by_contact
    cross join by_customer
where
    (
        parts.customers = by_customer.customers
        and (
            by_contact.contacts = 0
            or (
                parts.due_customers = by_customer.due_customers
                and parts.lapsed_customers = by_customer.lapsed_customers
                and parts.contacts_made = by_contact.contacts_made
                and abs(parts.contacts_due - coalesce(by_customer.contacts_due, 0)) < 1e-6
            )
        )
    ) is not true
