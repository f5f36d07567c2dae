-- Bad rows: groups of customer files whose figures are not those of the customers in them
-- severity: error
-- fix: compare marts.customer_quality and marts.quality_scores with marts.customer_fields
with
    by_customer as (
        select
            count(*) as customers,
            coalesce(sum(fields_wanted), 0) as fields_wanted,
            coalesce(sum(fields_filled), 0) as fields_filled,
            coalesce(sum(values_given), 0) as values_given,
            coalesce(sum(fields_wrong), 0) as fields_wrong
        from
            marts.customer_quality
    ),
    by_dimension as (
        select
            dimension,
            case
                when dimension = 'field' then (
                    select
                        count(*)
                    from
                        marts.customer_quality
                )
                else sum(customers)
            end as customers,
            coalesce(sum(fields_wanted), 0) as fields_wanted,
            coalesce(sum(fields_filled), 0) as fields_filled,
            coalesce(sum(values_given), 0) as values_given,
            coalesce(sum(fields_wrong), 0) as fields_wrong
        from
            marts.quality_scores
        group by
            dimension
    )
select
    by_dimension.*
from
    by_dimension
    cross join by_customer
where
    (by_dimension.customers = by_customer.customers) is not true
    or (by_dimension.fields_wanted = by_customer.fields_wanted) is not true
    or (by_dimension.fields_filled = by_customer.fields_filled) is not true
    or (by_dimension.values_given = by_customer.values_given) is not true
    or (by_dimension.fields_wrong = by_customer.fields_wrong) is not true
union all
-- A field that is supplied is wanted once of each customer for whom it matters.
select
    'field ' || member,
    customers,
    fields_wanted,
    fields_filled,
    values_given,
    fields_wrong
from
    marts.quality_scores
where
    dimension = 'field'
    and is_wanted
    and fields_wanted is not null
    and (fields_wanted = customers) is not true
