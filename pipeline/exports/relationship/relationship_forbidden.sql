-- One row per customer marked not to be contacted whom the company contacted: as many as relationship.list_customers says, the most contacts first.
-- columns:
--   place         Place by contacts, the last of equal ones first, from 1
--   contact_days  Days since the last of them [days]
with
    ranked as (
        select
            contacted.*,
            row_number() over (
                order by
                    contacted.contacts desc,
                    contacted.last_contact_date desc,
                    contacted.customer_id
            ) as place
        from
            marts.forbidden_contacts as contacted
    )
select
    ranked.place::integer as place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.owner,
    ranked.contacts,
    ranked.campaign_contacts,
    ranked.last_contact_date,
    (settings.as_of_date - ranked.last_contact_date)::integer as contact_days,
    ranked.people
from
    ranked
    inner join marts.customers as customers on ranked.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on ranked.customer_id = cells.customer_id
    cross join run.settings as settings
where
    ranked.place <= settings.relationship_list_customers
order by
    ranked.place
