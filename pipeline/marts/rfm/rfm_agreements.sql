-- One row per pair of schemes: how far they divide the customers alike.
-- The adjusted Rand index (Hubert and Arabie 1985) compares the pairs of customers that both schemes put together with
-- those that would come together by chance: 1 where they agree, about 0 where only chance does. It is NULL where both
-- schemes have but one group. Pairs are counted in both orders, which changes nothing.
-- key: scheme, other_scheme
-- columns:
--   scheme               class or segment
--   other_scheme         cluster or segment
--   customers            Customers that both divide [customers]
--   adjusted_rand_index  Agreement beyond chance [-1 to 1]
--   majority_share       Share of customers in the commonest group of the one scheme within that of the other [0 to 1]
with
    cells as (
        select
            scheme,
            other_scheme,
            name,
            other_name,
            customers::bigint as customers
        from
            marts.rfm_overlaps
    ),
    together as (
        select
            scheme,
            other_scheme,
            sum(customers) as customers,
            sum(customers * (customers - 1)) as pairs
        from
            cells
        group by
            scheme,
            other_scheme
    ),
    names as (
        select
            scheme,
            other_scheme,
            name,
            sum(customers)::bigint as customers
        from
            cells
        group by
            scheme,
            other_scheme,
            name
    ),
    name_pairs as (
        select
            scheme,
            other_scheme,
            sum(customers * (customers - 1)) as pairs
        from
            names
        group by
            scheme,
            other_scheme
    ),
    other_names as (
        select
            scheme,
            other_scheme,
            other_name,
            sum(customers)::bigint as customers,
            max(customers) as most
        from
            cells
        group by
            scheme,
            other_scheme,
            other_name
    ),
    other_pairs as (
        select
            scheme,
            other_scheme,
            sum(customers * (customers - 1)) as pairs,
            sum(most) as most
        from
            other_names
        group by
            scheme,
            other_scheme
    ),
    expected as (
        select
            together.scheme,
            together.other_scheme,
            together.customers,
            together.pairs::double as pairs,
            safe_div(name_pairs.pairs::double * other_pairs.pairs, together.customers * (together.customers - 1)) as expected_pairs,
            (name_pairs.pairs::double + other_pairs.pairs) / 2 as most_pairs,
            other_pairs.most
        from
            together
            inner join name_pairs on together.scheme = name_pairs.scheme
            and together.other_scheme = name_pairs.other_scheme
            inner join other_pairs on together.scheme = other_pairs.scheme
            and together.other_scheme = other_pairs.other_scheme
    )
select
    scheme,
    other_scheme,
    customers::integer as customers,
    safe_div(pairs - expected_pairs, most_pairs - expected_pairs) as adjusted_rand_index,
    safe_div(most, customers) as majority_share
from
    expected
