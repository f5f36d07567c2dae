-- One row per business client and last day of a period: the statement that counts, the latest publication for the period.
-- Of periods that end on one day, a year and its last quarter, the longest counts: its balance sheet is the same, and its
-- flows know no season. Flows are also given for a full year (annual_...): the amount x 12 / months of the period. A total
-- of assets, liabilities or equity that is absent follows from the other two, and the balance is then not checked. The
-- period before is the one that ends where this one begins, whatever its length. A year before (year_ago_...) is the
-- period of as many months that ends a year earlier, so that growth holds a half-year against the same half. Both within
-- solvency.period_gap_days. Internal customers are left out.
-- key: customer_id, period_end
-- columns:
--   customer_id              Business client
--   period_end               Last day of the period
--   published_date           Date of the publication that counts
--   publications             Publications for the period, restatements among them; not those for a shorter one [publications]
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
--   year_ago_period_end      Last day of the period of equal length a year before; NULL where there is no statement of it
--   year_ago_currency        Currency of its statement
--   year_ago_revenue         Its revenue, for a year; NULL in another currency [statement currency]
--   year_ago_net_income      Its net income, for a year; NULL in another currency [statement currency]
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
--   a year before ends before: coalesce(year_ago_period_end < period_end, true)
with
    publications as (
        select
            financials.*,
            count(*) over (
                partition by
                    financials.customer_id,
                    financials.period_end,
                    financials.period_months
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
                    financials.period_months desc,
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
            -- The last day before the period began, and the day a year before its end: at the end of a month where it ends at one.
            case
                when publications.period_end = last_day(publications.period_end) then last_day((publications.period_end - to_months(publications.period_months))::date)
                else (publications.period_end - to_months(publications.period_months))::date
            end as opening_date,
            case
                when publications.period_end = last_day(publications.period_end) then last_day((publications.period_end - to_months(12))::date)
                else (publications.period_end - to_months(12))::date
            end as year_ago_date,
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
            priors.period_end as prior_period_end
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
    ),
    years_ago as (
        select
            counted.customer_id,
            counted.period_end,
            earlier.period_end as year_ago_period_end,
            earlier.currency as year_ago_currency,
            case
                when earlier.currency = counted.currency then earlier.annual_revenue
            end as year_ago_revenue,
            case
                when earlier.currency = counted.currency then earlier.annual_net_income
            end as year_ago_net_income
        from
            counted
            cross join run.settings as settings
            inner join counted as earlier on counted.customer_id = earlier.customer_id
            and counted.period_months = earlier.period_months
            and earlier.period_end < counted.period_end
            and abs(earlier.period_end - counted.year_ago_date) <= settings.solvency_period_gap_days
        qualify
            row_number() over (
                partition by
                    counted.customer_id,
                    counted.period_end
                order by
                    abs(earlier.period_end - counted.year_ago_date),
                    earlier.period_end desc
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
    years_ago.year_ago_period_end,
    years_ago.year_ago_currency,
    years_ago.year_ago_revenue,
    years_ago.year_ago_net_income,
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
    left join years_ago on counted.customer_id = years_ago.customer_id
    and counted.period_end = years_ago.period_end
