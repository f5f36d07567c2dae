-- One row per statement of the list of those that do not balance, the latest periods first: as many as
-- settings.solvency.list_customers says.
-- columns:
--   place  Place in the list, from 1, the latest statements of their clients first, then by the end of the period and by the gap as a share of assets
with
    unbalanced as (
        select
            statements.*,
            row_number() over (
                order by
                    statements.is_latest desc,
                    statements.period_end desc,
                    abs(statements.balance_gap_share) desc,
                    statements.customer_id
            )::integer as place
        from
            marts.statements as statements
        where
            statements.balance = 'unbalanced'
    )
select
    unbalanced.place,
    customers.label,
    customers.customer_key,
    customers.owner,
    unbalanced.period_end,
    unbalanced.is_latest,
    unbalanced.currency,
    unbalanced.total_assets::double as total_assets,
    unbalanced.balance_gap::double as balance_gap,
    unbalanced.balance_gap_share
from
    unbalanced
    inner join marts.customers as customers on unbalanced.customer_id = customers.customer_id
    cross join run.settings as settings
where
    unbalanced.place <= settings.solvency_list_customers
order by
    unbalanced.place
