-- Bad rows: statements whose assets differ from liabilities and equity, which are therefore not graded
-- severity: warning
-- fix: mend the statement or its mapping; solvency.balance_tolerance says how much may differ
select
    statements.customer_id,
    statements.period_end,
    statements.total_assets,
    statements.total_liabilities,
    statements.equity,
    statements.balance_gap
from
    marts.statements as statements
where
    statements.balance = 'unbalanced'
order by
    statements.customer_id,
    statements.period_end
