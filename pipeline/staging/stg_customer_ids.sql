-- One row per customer identifier that occurs in the input. Duplicates that the company has merged point to the
-- customer that remains, over any number of steps; identifiers merged in a circle remain by themselves.
-- key: source_customer_id
-- columns:
--   source_customer_id  Identifier as it occurs in the input
--   customer_id         Customer that its records count for
with recursive
    ids as (
        select
            customer_id
        from
            raw.customers
        union
        select
            customer_id
        from
            raw.orders
        union
        select
            customer_id
        from
            raw.transactions
        union
        select
            customer_id
        from
            raw.returns
        where
            customer_id is not null
        union
        select
            customer_id
        from
            raw.invoices
        union
        select
            customer_id
        from
            raw.financials
    ),
    merges as (
        select
            customers.customer_id,
            customers.merged_into
        from
            raw.customers as customers
            inner join ids on customers.merged_into = ids.customer_id
        where
            customers.merged_into <> customers.customer_id
    ),
    steps as (
        select
            customer_id as source_customer_id,
            merged_into as customer_id,
            1 as step
        from
            merges
        union all
        select
            steps.source_customer_id,
            merges.merged_into,
            steps.step + 1
        from
            steps
            inner join merges on steps.customer_id = merges.customer_id
            -- A circle would never end; no company merges a file a hundred times.
        where
            steps.customer_id <> steps.source_customer_id
            and steps.step < 100
    ),
    last_steps as (
        select
            source_customer_id,
            customer_id
        from
            steps
        qualify
            row_number() over (
                partition by
                    source_customer_id
                order by
                    step desc
            ) = 1
    )
select
    ids.customer_id as source_customer_id,
    coalesce(last_steps.customer_id, ids.customer_id) as customer_id
from
    ids
    left join last_steps on ids.customer_id = last_steps.source_customer_id
