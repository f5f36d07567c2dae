-- One row per business client and period: the statement that counts, the latest publication for the period.
-- Flows are also given for a full year (annual_...): the amount x 12 / months of the period. A total of assets,
-- liabilities or equity that is absent follows from the other two, and the balance is then not checked. The period
-- before is the one that ends where this one begins, within solvency.period_gap_days, so that a half-year is not taken
-- for the year before. Internal customers are left out.
-- key: customer_id, period_end
-- columns:
--   customer_id              Business client
--   period_end               Last day of the period
--   published_date           Date of the publication that counts
--   publications             Publications for the period, restatements among them [publications]
--   is_restated              Whether a later publication replaced the first
--   period_months            Length of the period [months]
--   currency                 Currency of the statement
--   period_number            1 for the client's latest period, 2 for the one before ...
--   is_latest                Whether it is the client's latest period
--   is_stale                 Whether the period ended more than solvency.stale_after_months before the as-of date
--   age_months               Full months from the end of the period to the as-of date [months]
--   balance                  balanced, unbalanced, or not checked where a total is absent
--   balance_gap              Assets less liabilities and equity [statement currency]
--   balance_gap_share        The gap as a share of assets
--   prior_period_end         Last day of the period before; NULL where there is no statement of it
--   prior_currency           Currency of the statement of the period before
--   prior_annual_revenue     Revenue of the period before, for a year; NULL in another currency [statement currency]
--   prior_annual_net_income  Net income of the period before, for a year; NULL in another currency [statement currency]
--   cash                     Cash and cash equivalents [statement currency]
--   short_term_investments   Securities held for less than a year [statement currency]
--   receivables              Trade receivables [statement currency]
--   inventory                Inventories [statement currency]
--   prepaid                  Prepaid expenses [statement currency]
--   current_assets           Total current assets [statement currency]
--   total_assets             Total assets [statement currency]
--   payables                 Trade payables [statement currency]
--   current_liabilities      Total current liabilities [statement currency]
--   total_liabilities        Total liabilities [statement currency]
--   retained_earnings        Retained earnings [statement currency]
--   equity                   Total equity [statement currency]
--   revenue                  Revenue of the period [statement currency]
--   gross_profit             Gross profit [statement currency]
--   operating_profit         Earnings before interest and tax [statement currency]
--   interest_expense         Interest paid on debt [statement currency]
--   net_income               Net income [statement currency]
--   annual_revenue           Revenue, for a year [statement currency]
--   annual_cost_of_sales     Cost of what was sold, for a year [statement currency]
--   annual_operating_profit  Earnings before interest and tax, for a year [statement currency]
--   annual_net_income        Net income, for a year [statement currency]
-- checks:
--   the balance is known: balance in ('balanced', 'unbalanced', 'not checked')
--   the period before ends before: coalesce(prior_period_end < period_end, true)
with
    publications as (
        select
            financials.*,
            count(*) over (
                partition by
                    financials.customer_id,
                    financials.period_end
            ) as publications
        from
            staging.stg_financials as financials
            inner join marts.customers as customers on financials.customer_id = customers.customer_id
        qualify
            row_number() over (
                partition by
                    financials.customer_id,
                    financials.period_end
                order by
                    financials.published_date desc
            ) = 1
    ),
    counted as (
        select
            publications.*,
            row_number() over (
                partition by
                    publications.customer_id
                order by
                    publications.period_end desc
            ) as period_number,
            -- The last day before the period began.
            (publications.period_end - to_months(publications.period_months))::date as opening_date,
            (publications.total_assets - publications.total_liabilities - publications.equity)::decimal(20, 4) as balance_gap,
            (publications.revenue * 12 / publications.period_months)::decimal(20, 4) as annual_revenue,
            (publications.cost_of_sales * 12 / publications.period_months)::decimal(20, 4) as annual_cost_of_sales,
            (publications.operating_profit * 12 / publications.period_months)::decimal(20, 4) as annual_operating_profit,
            (publications.net_income * 12 / publications.period_months)::decimal(20, 4) as annual_net_income
        from
            publications
    ),
    prior_periods as (
        select
            counted.customer_id,
            counted.period_end,
            priors.period_end as prior_period_end,
            priors.currency as prior_currency,
            case
                when priors.currency = counted.currency then priors.annual_revenue
            end as prior_annual_revenue,
            case
                when priors.currency = counted.currency then priors.annual_net_income
            end as prior_annual_net_income
        from
            counted
            cross join run.settings as settings
            inner join counted as priors on counted.customer_id = priors.customer_id
            and priors.period_end < counted.period_end
            and abs(priors.period_end - counted.opening_date) <= settings.solvency_period_gap_days
        qualify
            row_number() over (
                partition by
                    counted.customer_id,
                    counted.period_end
                order by
                    abs(priors.period_end - counted.opening_date),
                    priors.period_end desc
            ) = 1
    )
select
    counted.customer_id,
    counted.period_end,
    counted.published_date,
    counted.publications::integer as publications,
    counted.publications > 1 as is_restated,
    counted.period_months,
    counted.currency,
    counted.period_number::integer as period_number,
    counted.period_number = 1 as is_latest,
    counted.period_end < settings.as_of_date - to_months(settings.solvency_stale_after_months) as is_stale,
    datesub('month', counted.period_end, settings.as_of_date)::integer as age_months,
    case
        when counted.balance_gap is null then 'not checked'
        when abs(counted.balance_gap) <= settings.solvency_balance_tolerance * abs(counted.total_assets) then 'balanced'
        else 'unbalanced'
    end as balance,
    counted.balance_gap,
    safe_div(counted.balance_gap, abs(counted.total_assets)) as balance_gap_share,
    prior_periods.prior_period_end,
    prior_periods.prior_currency,
    prior_periods.prior_annual_revenue,
    prior_periods.prior_annual_net_income,
    counted.cash,
    counted.short_term_investments,
    counted.receivables,
    counted.inventory,
    counted.prepaid,
    counted.current_assets,
    coalesce(counted.total_assets, (counted.total_liabilities + counted.equity)::decimal(18, 4)) as total_assets,
    counted.payables,
    counted.current_liabilities,
    coalesce(counted.total_liabilities, (counted.total_assets - counted.equity)::decimal(18, 4)) as total_liabilities,
    counted.retained_earnings,
    coalesce(counted.equity, (counted.total_assets - counted.total_liabilities)::decimal(18, 4)) as equity,
    counted.revenue,
    counted.gross_profit,
    counted.operating_profit,
    counted.interest_expense,
    counted.net_income,
    counted.annual_revenue,
    counted.annual_cost_of_sales,
    counted.annual_operating_profit,
    counted.annual_net_income
from
    counted
    cross join run.settings as settings
    left join prior_periods on counted.customer_id = prior_periods.customer_id
    and counted.period_end = prior_periods.period_end
