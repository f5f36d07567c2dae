-- One row per business client, period and ratio of solvency.ratios. A ratio is NULL, and says why, where a line of its
-- formula is absent, or where its divisor is zero or negative and it would have no meaning: debt to equity of negative
-- equity, growth after a loss. Two of these are good news and count as strong: no current liabilities to meet, and no
-- interest to cover where there is an operating profit; where there is none, nothing is said of how interest could be
-- covered. Balance sheet lines are those at the end of the period, flows are for a year, see statements. Growth is over
-- the period of equal length a year before. The rank compares latest statements within an industry that are neither stale
-- nor unbalanced: the share of the others that the client does better than, a tie counting half.
-- key: customer_id, period_end, ratio
-- columns:
--   customer_id  Business client
--   period_end   Last day of the period
--   ratio        Name of the ratio
--   position     Place of the ratio among the others, from 1
--   subject      Heading it is shown under
--   formula      Formula in words
--   unit         times, share (0 to 1), days, or statement currency
--   better       Which way is good: higher or lower
--   lowest       Least value there can be: 0 for what is made of lines that are never negative; NULL where there is none
--   highest      Most there can be, income besides revenue apart: 1 for the equity ratio and margins; NULL where there is none
--   value        Value of the ratio, in its unit; NULL where it has no meaning
--   reason       Why there is no value
--   band         strong, adequate, weak or critical; NULL without a value or bands
--   weight       Weight of the ratio in the grade
--   is_latest    Whether the period is the client's latest
--   is_compared  Whether the value is among those compared: of a latest statement, neither stale nor unbalanced
--   peers        Clients of its industry compared, this one included; NULL where its industry is not known [clients]
--   peer_rank    Share of the others compared that it does better than; NULL below solvency.min_peers [0 to 1]
-- checks:
--   a value or a reason, not both: (value is null) = (reason is not null)
--   a band is one of four: coalesce(band in ('strong', 'adequate', 'weak', 'critical'), true)
with
    formulas as (
        select
            statements.*,
            customers.industry,
            ratios.position,
            ratios.ratio,
            ratios.subject,
            ratios.better,
            ratios.strong,
            ratios.adequate,
            ratios.weak,
            ratios.weight,
            case ratios.ratio
                when 'current_ratio' then 'current assets / current liabilities'
                when 'quick_ratio' then case settings.solvency_quick_ratio
                    when 'cash_and_receivables' then '(cash + receivables) / current liabilities'
                    when 'less_inventory' then '(current assets - inventory) / current liabilities'
                    else '(current assets - inventory - prepaid expenses) / current liabilities'
                end
                when 'cash_ratio' then '(cash + short-term investments) / current liabilities'
                when 'working_capital' then 'current assets - current liabilities'
                when 'debt_to_assets' then 'total liabilities / total assets'
                when 'debt_to_equity' then 'total liabilities / equity'
                when 'equity_ratio' then 'equity / total assets'
                when 'interest_coverage' then 'operating profit / interest'
                when 'gross_margin' then 'gross profit / revenue'
                when 'operating_margin' then 'operating profit / revenue'
                when 'net_margin' then 'net income / revenue'
                when 'return_on_assets' then 'net income / total assets'
                when 'return_on_equity' then 'net income / equity'
                when 'receivable_turnover' then 'revenue / receivables'
                when 'receivable_days' then 'receivables x 365 / revenue'
                when 'inventory_turnover' then 'cost of sales / inventory'
                when 'inventory_days' then 'inventory x 365 / cost of sales'
                when 'payable_days' then 'payables x 365 / cost of sales'
                when 'asset_turnover' then 'revenue / total assets'
                when 'revenue_growth' then 'change of revenue / revenue a year before'
                when 'profit_growth' then 'change of net income / net income a year before'
            end as formula,
            case ratios.ratio
                when 'current_ratio' then statements.current_assets
                when 'quick_ratio' then case settings.solvency_quick_ratio
                    when 'cash_and_receivables' then statements.cash + statements.receivables
                    when 'less_inventory' then statements.current_assets - statements.inventory
                    else statements.current_assets - statements.inventory - statements.prepaid
                end
                when 'cash_ratio' then statements.cash + statements.short_term_investments
                when 'working_capital' then statements.current_assets - statements.current_liabilities
                when 'debt_to_assets' then statements.total_liabilities
                when 'debt_to_equity' then statements.total_liabilities
                when 'equity_ratio' then statements.equity
                when 'interest_coverage' then statements.operating_profit
                when 'gross_margin' then statements.gross_profit
                when 'operating_margin' then statements.operating_profit
                when 'net_margin' then statements.net_income
                when 'return_on_assets' then statements.annual_net_income
                when 'return_on_equity' then statements.annual_net_income
                when 'receivable_turnover' then statements.annual_revenue
                when 'receivable_days' then statements.receivables * 365
                when 'inventory_turnover' then statements.annual_cost_of_sales
                when 'inventory_days' then statements.inventory * 365
                when 'payable_days' then statements.payables * 365
                when 'asset_turnover' then statements.annual_revenue
                when 'revenue_growth' then statements.annual_revenue - statements.year_ago_revenue
                when 'profit_growth' then statements.annual_net_income - statements.year_ago_net_income
            end as dividend,
            case ratios.ratio
                when 'current_ratio' then statements.current_liabilities
                when 'quick_ratio' then statements.current_liabilities
                when 'cash_ratio' then statements.current_liabilities
                when 'working_capital' then 1
                when 'debt_to_assets' then statements.total_assets
                when 'debt_to_equity' then statements.equity
                when 'equity_ratio' then statements.total_assets
                when 'interest_coverage' then statements.interest_expense
                when 'gross_margin' then statements.revenue
                when 'operating_margin' then statements.revenue
                when 'net_margin' then statements.revenue
                when 'return_on_assets' then statements.total_assets
                when 'return_on_equity' then statements.equity
                when 'receivable_turnover' then statements.receivables
                when 'receivable_days' then statements.annual_revenue
                when 'inventory_turnover' then statements.inventory
                when 'inventory_days' then statements.annual_cost_of_sales
                when 'payable_days' then statements.annual_cost_of_sales
                when 'asset_turnover' then statements.total_assets
                when 'revenue_growth' then statements.year_ago_revenue
                when 'profit_growth' then statements.year_ago_net_income
            end as divisor
        from
            marts.statements as statements
            inner join marts.customers as customers on statements.customer_id = customers.customer_id
            cross join run.solvency_ratios as ratios
            cross join run.settings as settings
    ),
    measured as (
        select
            *,
            split_part(formula, ' / ', 2) as divisor_name,
            case
                when ratio = 'working_capital' then 'statement currency'
                when ratio like '%_days' then 'days'
                when ratio like '%_margin'
                or ratio like '%_growth'
                or ratio like 'return_%' then 'share'
                when ratio in ('debt_to_assets', 'equity_ratio') then 'share'
                else 'times'
            end as unit,
            case
                when ratio in ('current_ratio', 'quick_ratio', 'cash_ratio', 'debt_to_assets', 'debt_to_equity', 'asset_turnover')
                or ratio like 'receivable_%'
                or ratio like 'inventory_%'
                or ratio like 'payable_%' then 0
            end as lowest,
            case
                when ratio = 'equity_ratio'
                or ratio like '%_margin' then 1
            end as highest,
            case
                when divisor > 0 then safe_div(dividend, divisor)
            end as value,
            concat_ws(
                ', ',
                case
                    when formula like '%cash%'
                    and cash is null then 'cash'
                end,
                case
                    when formula like '%short-term investments%'
                    and short_term_investments is null then 'short-term investments'
                end,
                case
                    when formula like '%receivables%'
                    and receivables is null then 'receivables'
                end,
                case
                    when formula like '%inventory%'
                    and inventory is null then 'inventory'
                end,
                case
                    when formula like '%prepaid expenses%'
                    and prepaid is null then 'prepaid expenses'
                end,
                case
                    when formula like '%current assets%'
                    and current_assets is null then 'current assets'
                end,
                case
                    when formula like '%total assets%'
                    and total_assets is null then 'total assets'
                end,
                case
                    when formula like '%payables%'
                    and payables is null then 'payables'
                end,
                case
                    when formula like '%current liabilities%'
                    and current_liabilities is null then 'current liabilities'
                end,
                case
                    when formula like '%total liabilities%'
                    and total_liabilities is null then 'total liabilities'
                end,
                case
                    when formula like '%equity%'
                    and equity is null then 'equity'
                end,
                case
                    when formula like '%revenue%'
                    and revenue is null then 'revenue'
                end,
                case
                    when formula like '%cost of sales%'
                    and annual_cost_of_sales is null then 'cost of sales'
                end,
                case
                    when formula like '%gross profit%'
                    and gross_profit is null then 'gross profit'
                end,
                case
                    when formula like '%operating profit%'
                    and operating_profit is null then 'operating profit'
                end,
                case
                    when formula like '%interest%'
                    and interest_expense is null then 'interest'
                end,
                case
                    when formula like '%net income%'
                    and net_income is null then 'net income'
                end
            ) as absent_lines
        from
            formulas
    ),
    banded as (
        select
            *,
            case
                when value is not null then null
                when absent_lines <> '' then 'not stated: ' || absent_lines
                when ratio like '%_growth'
                and year_ago_period_end is null then 'no statement of an equal period a year before'
                when ratio like '%_growth'
                and year_ago_currency <> currency then 'the period a year before is in ' || year_ago_currency
                when divisor is null then 'not stated: ' || divisor_name
                when divisor = 0
                and divisor_name = 'interest'
                and dividend <= 0 then 'no interest, and no operating profit'
                when divisor = 0 then 'no ' || divisor_name
                else 'negative ' || divisor_name
            end as reason,
            case
                when divisor = 0
                and absent_lines = ''
                and (
                    divisor_name = 'current liabilities'
                    or (
                        divisor_name = 'interest'
                        and dividend > 0
                    )
                ) then 'strong'
                when value is null
                or strong is null then null
                when better = 'higher' then case
                    when value >= strong then 'strong'
                    when value >= adequate then 'adequate'
                    when value >= weak then 'weak'
                    else 'critical'
                end
                when value <= strong then 'strong'
                when value <= adequate then 'adequate'
                when value <= weak then 'weak'
                else 'critical'
            end as band,
            is_latest
            and not is_stale
            and balance <> 'unbalanced'
            and value is not null
            and unit <> 'statement currency' as is_compared
        from
            measured
    ),
    ranked as (
        select
            *,
            count(*) over (
                partition by
                    is_compared,
                    industry,
                    ratio
            ) as peers,
            rank() over (
                partition by
                    is_compared,
                    industry,
                    ratio
                order by
                    value
            ) - 1 as below,
            count(*) over (
                partition by
                    is_compared,
                    industry,
                    ratio,
                    value
            ) - 1 as equal
        from
            banded
    )
select
    ranked.customer_id,
    ranked.period_end,
    ranked.ratio,
    ranked.position,
    ranked.subject,
    ranked.formula,
    ranked.unit,
    ranked.better,
    ranked.lowest,
    ranked.highest,
    ranked.value,
    ranked.reason,
    ranked.band,
    ranked.weight::double as weight,
    ranked.is_latest,
    ranked.is_compared,
    case
        when ranked.is_compared
        and ranked.industry is not null then ranked.peers
    end::integer as peers,
    case
        when not ranked.is_compared
        or ranked.industry is null
        or ranked.peers < settings.solvency_min_peers then null
        when ranked.better = 'higher' then safe_div(ranked.below + 0.5 * ranked.equal, ranked.peers - 1)
        else safe_div(ranked.peers - 1 - ranked.below - 0.5 * ranked.equal, ranked.peers - 1)
    end as peer_rank
from
    ranked
    cross join run.settings as settings
