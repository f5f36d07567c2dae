-- One row per business client and period: Altman's score of how near a company is to bankruptcy, by the model for firms
-- without a market value.
-- Z' (private manufacturers) = 0.717 x1 + 0.847 x2 + 3.107 x3 + 0.420 x4 + 0.998 x5: safe above 2.9, distress below 1.23.
-- Z'' (others) = 6.56 x1 + 3.26 x2 + 6.72 x3 + 1.05 x4: safe above 2.6, distress below 1.1.
-- Source: E. I. Altman, Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models (2000).
-- Flows are for a year. It was estimated on industrial firms: of banks and insurers it says nothing.
-- key: customer_id, period_end
-- columns:
--   customer_id                  Business client
--   period_end                   Last day of the period
--   model                        Z' or Z'', by solvency.altman_model and the client's industry, however it is capitalised
--   working_capital_to_assets    x1: (current assets - current liabilities) / total assets
--   retained_earnings_to_assets  x2: retained earnings / total assets
--   operating_profit_to_assets   x3: earnings before interest and tax / total assets
--   equity_to_liabilities        x4: equity by the books / total liabilities
--   revenue_to_assets            x5: revenue / total assets
--   score                        Altman's score; NULL where a part is absent
--   zone                         safe, grey or distress
--   reason                       Why there is no score
-- checks:
--   a score has a zone, and no score a reason: (zone is not null) = (reason is null)
with
    manufacturers as (
        select distinct
            lower(value) as industry
        from
            run.solvency_manufacturing_industries
    ),
    parts as (
        select
            statements.customer_id,
            statements.period_end,
            statements.total_assets,
            statements.total_liabilities,
            case
                when settings.solvency_altman_model = 'manufacturers' then 'Z'''
                when settings.solvency_altman_model = 'by_industry'
                and manufacturers.industry is not null then 'Z'''
                else 'Z'''''
            end as model,
            case
                when statements.total_assets > 0 then safe_div(statements.current_assets - statements.current_liabilities, statements.total_assets)
            end as working_capital_to_assets,
            case
                when statements.total_assets > 0 then safe_div(statements.retained_earnings, statements.total_assets)
            end as retained_earnings_to_assets,
            case
                when statements.total_assets > 0 then safe_div(statements.annual_operating_profit, statements.total_assets)
            end as operating_profit_to_assets,
            case
                when statements.total_liabilities > 0 then safe_div(statements.equity, statements.total_liabilities)
            end as equity_to_liabilities,
            case
                when statements.total_assets > 0 then safe_div(statements.annual_revenue, statements.total_assets)
            end as revenue_to_assets,
            concat_ws(
                ', ',
                case
                    when statements.current_assets is null then 'current assets'
                end,
                case
                    when statements.current_liabilities is null then 'current liabilities'
                end,
                case
                    when statements.total_assets is null then 'total assets'
                end,
                case
                    when statements.total_liabilities is null then 'total liabilities'
                end,
                case
                    when statements.retained_earnings is null then 'retained earnings'
                end,
                case
                    when statements.equity is null then 'equity'
                end,
                case
                    when statements.annual_operating_profit is null then 'operating profit'
                end,
                case
                    when model = 'Z'''
                    and statements.annual_revenue is null then 'revenue'
                end
            ) as absent_lines
        from
            marts.statements as statements
            inner join marts.customers as customers on statements.customer_id = customers.customer_id
            cross join run.settings as settings
            left join manufacturers on lower(customers.industry) = manufacturers.industry
    ),
    scored as (
        select
            *,
            case model
                when 'Z''' then 0.717 * working_capital_to_assets + 0.847 * retained_earnings_to_assets + 3.107 * operating_profit_to_assets + 0.420 * equity_to_liabilities + 0.998 * revenue_to_assets
                else 6.56 * working_capital_to_assets + 3.26 * retained_earnings_to_assets + 6.72 * operating_profit_to_assets + 1.05 * equity_to_liabilities
            end as score,
            case model
                when 'Z''' then 2.9
                else 2.6
            end as safe_above,
            case model
                when 'Z''' then 1.23
                else 1.1
            end as distress_below
        from
            parts
    )
select
    customer_id,
    period_end,
    model,
    working_capital_to_assets,
    retained_earnings_to_assets,
    operating_profit_to_assets,
    equity_to_liabilities,
    revenue_to_assets,
    score,
    case
        when score > safe_above then 'safe'
        when score < distress_below then 'distress'
        when score is not null then 'grey'
    end as zone,
    case
        when score is not null then null
        when absent_lines <> '' then 'not stated: ' || absent_lines
        when total_assets <= 0 then 'no assets'
        else 'no liabilities'
    end as reason
from
    scored
