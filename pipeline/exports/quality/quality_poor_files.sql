-- One row per customer of the list of poor files to mend first, by revenue in the current window and then to date: as many
-- as settings.quality.list_customers says.
-- columns:
--   place    Place in the list, from 1
--   revenue  Revenue in the current window; NULL for a customer that bought nothing [reporting currency]
with
    listed as (
        select
            files.*,
            customers.label,
            customers.customer_key,
            cells.cell,
            customers.kind,
            customers.region,
            customers.owner,
            customers.current_revenue,
            row_number() over (
                order by
                    customers.current_revenue desc nulls last,
                    customers.revenue desc nulls last,
                    customers.customer_id
            )::integer as place
        from
            marts.customer_quality as files
            inner join marts.customers as customers on files.customer_id = customers.customer_id
            inner join marts.customer_cells as cells on files.customer_id = cells.customer_id
        where
            files.is_poor
    )
select
    listed.place,
    listed.label,
    listed.customer_key,
    listed.cell,
    listed.kind,
    listed.region,
    listed.owner,
    listed.current_revenue::double as revenue,
    listed.score,
    listed.completeness_rate,
    listed.accuracy_rate,
    listed.is_fresh,
    listed.age_days,
    listed.missing_fields,
    listed.wrong_fields
from
    listed
    cross join run.settings as settings
where
    listed.place <= settings.quality_list_customers
order by
    listed.place
