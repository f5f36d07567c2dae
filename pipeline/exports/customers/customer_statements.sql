-- One row per statement on the page of a business client: the latest periods, as many as
-- settings.selection.listed_statements says, with the ratios that a grade mostly hangs on.
-- format: shard
-- columns:
--   revenue            Revenue of the period [statement currency]
--   score              Score of the statement; NULL where it is not graded [0 to 1]
--   grade              Grade of the statement
--   reasons            What led to the grade, or why there is none
--   current_ratio      Current assets by current liabilities; NULL where it has no meaning
--   quick_ratio        Quick assets by current liabilities; NULL where it has no meaning
--   equity_ratio       Equity by total assets; NULL where it has no meaning
--   interest_coverage  Operating profit by interest; NULL where it has no meaning
--   net_margin         Net income by revenue; NULL where it has no meaning
--   return_on_assets   Net income by total assets; NULL where it has no meaning
--   receivable_days    Days that its own customers take to pay; NULL where they have no meaning [days]
--   revenue_growth     Change of revenue by that of a year before; NULL where it has no meaning
--   altman_score       Altman's score
--   altman_zone        safe, grey or distress; NULL without a score
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
            ) as net_margin,
            max(
                case
                    when ratio = 'return_on_assets' then value
                end
            ) as return_on_assets,
            max(
                case
                    when ratio = 'receivable_days' then value
                end
            ) as receivable_days,
            max(
                case
                    when ratio = 'revenue_growth' then value
                end
            ) as revenue_growth
        from
            marts.ratios as ratios
        group by
            ratios.customer_id,
            ratios.period_end
    )
select
    customers.customer_key,
    latest.period_end,
    latest.period_months,
    latest.currency,
    latest.balance,
    latest.is_restated,
    latest.revenue::double as revenue,
    latest.net_income::double as net_income,
    latest.total_assets::double as total_assets,
    latest.equity::double as equity,
    ratios.current_ratio,
    ratios.quick_ratio,
    ratios.equity_ratio,
    ratios.interest_coverage,
    ratios.net_margin,
    ratios.return_on_assets,
    ratios.receivable_days,
    ratios.revenue_growth,
    altman.score as altman_score,
    altman.zone as altman_zone,
    grades.grade,
    grades.score,
    grades.reasons
from
    latest
    inner join marts.customers as customers on latest.customer_id = customers.customer_id
    left join ratios on latest.customer_id = ratios.customer_id
    and latest.period_end = ratios.period_end
    left join marts.altman_scores as altman on latest.customer_id = altman.customer_id
    and latest.period_end = altman.period_end
    left join marts.statement_grades as grades on latest.customer_id = grades.customer_id
    and latest.period_end = grades.period_end
order by
    customers.customer_key,
    latest.period_end desc
