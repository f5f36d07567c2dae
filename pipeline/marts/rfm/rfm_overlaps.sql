-- One row per pair of groups of two schemes that have customers in common: how classes, segments and clusters overlap.
-- key: scheme, other_scheme, name, other_name
-- columns:
--   scheme          class or segment
--   other_scheme    cluster or segment
--   name            Group of the scheme
--   other_name      Group of the other scheme
--   customers       Customers in both [customers]
--   share_of_name   Share of the customers of the one that are also in the other [0 to 1]
--   share_of_other  Share of the customers of the other that are also in the one [0 to 1]
with
    pairs as (
        select
            'class' as scheme,
            'cluster' as other_scheme,
            class as name,
            cluster_label as other_name,
            count(*) as customers
        from
            marts.rfm_customers
        where
            cluster_label is not null
        group by
            class,
            cluster_label
        union all
        select
            'segment',
            'cluster',
            segment,
            cluster_label,
            count(*)
        from
            marts.rfm_customers
        where
            cluster_label is not null
        group by
            segment,
            cluster_label
        union all
        select
            'class',
            'segment',
            class,
            segment,
            count(*)
        from
            marts.rfm_customers
        group by
            class,
            segment
    )
select
    scheme,
    other_scheme,
    name,
    other_name,
    customers::integer as customers,
    safe_div(
        customers,
        sum(customers) over (
            partition by
                scheme,
                other_scheme,
                name
        )
    ) as share_of_name,
    safe_div(
        customers,
        sum(customers) over (
            partition by
                scheme,
                other_scheme,
                other_name
        )
    ) as share_of_other
from
    pairs
