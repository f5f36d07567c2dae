-- One row per line of a statement that a restatement changed: the client's first publication for the period against
-- the one that counts. A quarter is no restatement of the year that ends with it, see statements. A restatement in another
-- currency cannot be compared line by line and has no rows.
-- key: customer_id, period_end, line
-- columns:
--   customer_id      Business client
--   period_end       Last day of the period
--   line             Line of the statement, in words
--   first_published  Date of the first publication
--   last_published   Date of the publication that counts
--   currency         Currency of the statement
--   first_amount     Amount first published; NULL where the line was absent [statement currency]
--   last_amount      Amount that counts; NULL where the line is absent now [statement currency]
--   change_rate      Change as a share of the amount first published; NULL for a line that was 0 or absent
-- checks:
--   the amounts differ: first_amount is distinct from last_amount
with
    publications as (
        select
            financials.*,
            min(financials.published_date) over (
                partition by
                    financials.customer_id,
                    financials.period_end
            ) as first_published,
            max(financials.published_date) over (
                partition by
                    financials.customer_id,
                    financials.period_end
            ) as last_published
        from
            staging.stg_financials as financials
            inner join marts.statements as statements on financials.customer_id = statements.customer_id
            and financials.period_end = statements.period_end
            and financials.period_months = statements.period_months
    ),
    lines as (
        select
            unnest(
                [
                    'cash',
                    'short-term investments',
                    'receivables',
                    'inventory',
                    'prepaid expenses',
                    'current assets',
                    'total assets',
                    'payables',
                    'current liabilities',
                    'total liabilities',
                    'retained earnings',
                    'equity',
                    'revenue',
                    'cost of sales',
                    'gross profit',
                    'operating profit',
                    'interest',
                    'net income'
                ]
            ) as line
    ),
    amounts as (
        select
            publications.customer_id,
            publications.period_end,
            publications.published_date,
            publications.first_published,
            publications.last_published,
            publications.currency,
            lines.line,
            case lines.line
                when 'cash' then publications.cash
                when 'short-term investments' then publications.short_term_investments
                when 'receivables' then publications.receivables
                when 'inventory' then publications.inventory
                when 'prepaid expenses' then publications.prepaid
                when 'current assets' then publications.current_assets
                when 'total assets' then publications.total_assets
                when 'payables' then publications.payables
                when 'current liabilities' then publications.current_liabilities
                when 'total liabilities' then publications.total_liabilities
                when 'retained earnings' then publications.retained_earnings
                when 'equity' then publications.equity
                when 'revenue' then publications.revenue
                when 'cost of sales' then publications.cost_of_sales
                when 'gross profit' then publications.gross_profit
                when 'operating profit' then publications.operating_profit
                when 'interest' then publications.interest_expense
                when 'net income' then publications.net_income
            end as amount
        from
            publications
            cross join lines
        where
            publications.first_published < publications.last_published
    )
select
    firsts.customer_id,
    firsts.period_end,
    firsts.line,
    firsts.first_published,
    firsts.last_published,
    firsts.currency,
    firsts.amount as first_amount,
    lasts.amount as last_amount,
    safe_div(lasts.amount - firsts.amount, abs(firsts.amount)) as change_rate
from
    amounts as firsts
    inner join amounts as lasts on firsts.customer_id = lasts.customer_id
    and firsts.period_end = lasts.period_end
    and firsts.line = lasts.line
    and firsts.currency = lasts.currency
where
    firsts.published_date = firsts.first_published
    and lasts.published_date = lasts.last_published
    and firsts.amount is distinct from lasts.amount
