-- One row per likely duplicate of the list of those to look at first, by the revenue of both customers: as many as
-- settings.quality.list_customers says.
-- columns:
--   place           Place in the list, from 1
--   label           Customer with the later file, as the site may show it
--   original_label  Customer with the earlier file, as the site may show it
--   original_key    Address of the page of the customer with the earlier file
with
    listed as (
        select
            duplicates.customer_id,
            duplicates.original_id,
            duplicates.matched_by,
            duplicates.revenue,
            row_number() over (
                order by
                    duplicates.revenue desc nulls last,
                    duplicates.customer_id
            )::integer as place
        from
            marts.duplicate_customers as duplicates
    )
select
    listed.place,
    customers.label,
    customers.customer_key,
    originals.label as original_label,
    originals.customer_key as original_key,
    customers.kind,
    customers.owner,
    listed.matched_by,
    listed.revenue::double as revenue
from
    listed
    cross join run.settings as settings
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customers as originals on listed.original_id = originals.customer_id
where
    listed.place <= settings.quality_list_customers
order by
    listed.place
