-- Bad rows: statements with a negative cost of sales or interest, which leave its ratios without a value
-- severity: warning
-- fix: expenses are positive; where a file has them negative, map them with a change of sign (sql)
select
    statements.customer_id,
    statements.period_end,
    statements.annual_cost_of_sales,
    statements.interest_expense
from
    marts.statements as statements
where
    statements.annual_cost_of_sales < 0
    or statements.interest_expense < 0
order by
    statements.customer_id,
    statements.period_end
