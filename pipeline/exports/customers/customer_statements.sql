-- One row per statement on the page of a business client: the latest periods, as many as
-- settings.selection.listed_statements says, with the ratios that a grade mostly hangs on.
-- format: shard
-- columns:
--   revenue            Revenue of the period [statement currency]
--   grade              Grade of the statement
--   current_ratio      Current assets by current liabilities; NULL where it has no meaning
--   quick_ratio        Quick assets by current liabilities; NULL where it has no meaning
--   equity_ratio       Equity by total assets; NULL where it has no meaning
--   interest_coverage  Operating profit by interest; NULL where it has no meaning
--   net_margin         Net income by revenue; NULL where it has no meaning
with
    latest as (
        select
            statements.*
        from
            marts.statements as statements
            cross join run.settings as settings
        where
            statements.period_number <= settings.selection_listed_statements
    ),
    ratios as (
        select
            ratios.customer_id,
            ratios.period_end,
            max(
                case
                    when ratio = 'current_ratio' then value
                end
            ) as current_ratio,
            max(
                case
                    when ratio = 'quick_ratio' then value
                end
            ) as quick_ratio,
            max(
                case
                    when ratio = 'equity_ratio' then value
                end
            ) as equity_ratio,
            max(
                case
                    when ratio = 'interest_coverage' then value
                end
            ) as interest_coverage,
            max(
                case
                    when ratio = 'net_margin' then value
                end
            ) as net_margin
        from
            marts.ratios as ratios
        group by
            ratios.customer_id,
            ratios.period_end
    )
select
    customers.customer_key,
    latest.period_end,
    latest.currency,
    latest.revenue::double as revenue,
    latest.net_income::double as net_income,
    ratios.current_ratio,
    ratios.quick_ratio,
    ratios.equity_ratio,
    ratios.interest_coverage,
    ratios.net_margin,
    grades.grade
from
    latest
    inner join marts.customers as customers on latest.customer_id = customers.customer_id
    left join ratios on latest.customer_id = ratios.customer_id
    and latest.period_end = ratios.period_end
    left join marts.statement_grades as grades on latest.customer_id = grades.customer_id
    and latest.period_end = grades.period_end
order by
    customers.customer_key,
    latest.period_end desc
