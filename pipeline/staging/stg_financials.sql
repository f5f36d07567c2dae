-- One row per statement: a business client, a period (its last day and its length), a publication. Amounts stay in the
-- statement's own currency, for ratios need no conversion and a balance sheet knows no single rate.
-- key: customer_id, period_end, period_months, published_date
-- columns:
--   customer_id             Business client, merged duplicates as one
--   period_end              Last day of the period
--   published_date          Date of publication; the period's end where absent
--   period_months           Length of the period [months]
--   currency                Currency of the statement
--   cash                    Cash and cash equivalents [statement currency]
--   short_term_investments  Securities held for less than a year [statement currency]
--   receivables             Trade receivables [statement currency]
--   inventory               Inventories [statement currency]
--   prepaid                 Prepaid expenses [statement currency]
--   current_assets          Total current assets [statement currency]
--   total_assets            Total assets [statement currency]
--   payables                Trade payables [statement currency]
--   current_liabilities     Total current liabilities [statement currency]
--   total_liabilities       Total liabilities [statement currency]
--   retained_earnings       Retained earnings [statement currency]
--   equity                  Total equity [statement currency]
--   revenue                 Revenue of the period [statement currency]
--   cost_of_sales           Cost of what was sold [statement currency]
--   gross_profit            Gross profit [statement currency]
--   operating_profit        Earnings before interest and tax [statement currency]
--   interest_expense        Interest paid on debt [statement currency]
--   net_income              Net income [statement currency]
select
    ids.customer_id,
    financials.period_end,
    coalesce(financials.published_date, financials.period_end) as published_date,
    coalesce(financials.period_months, 12)::integer as period_months,
    coalesce(financials.currency, settings.reporting_currency) as currency,
    financials.cash,
    financials.short_term_investments,
    financials.receivables,
    financials.inventory,
    financials.prepaid,
    financials.current_assets,
    financials.total_assets,
    financials.payables,
    financials.current_liabilities,
    financials.total_liabilities,
    financials.retained_earnings,
    financials.equity,
    financials.revenue,
    financials.cost_of_sales,
    coalesce(financials.gross_profit, (financials.revenue - financials.cost_of_sales)::decimal(18, 4)) as gross_profit,
    financials.operating_profit,
    financials.interest_expense,
    financials.net_income
from
    raw.financials as financials
    inner join staging.stg_customer_ids as ids on financials.customer_id = ids.source_customer_id
    cross join run.settings as settings
where
    financials.period_end <= settings.as_of_date
    and coalesce(financials.published_date, financials.period_end) <= settings.as_of_date
    -- Two merged files may hold the same statement; the fuller one is kept.
qualify
    row_number() over (
        partition by
            ids.customer_id,
            financials.period_end,
            coalesce(financials.period_months, 12),
            coalesce(financials.published_date, financials.period_end)
        order by
            (financials.current_assets is not null)::integer + (financials.total_assets is not null)::integer + (financials.revenue is not null)::integer desc,
            (financials.customer_id = ids.customer_id) desc,
            financials.customer_id
    ) = 1
