-- One row per customer of the analyses: merged duplicates are one, internal customers are left out.
-- Sums over orders are NULL for a customer that never ordered, not 0; counts are 0. Orders may not reach back to the first
-- deal: the CRM's date then counts. That a file was opened earlier is no deal. A pseudonym is a hash of the identifier and
-- the project's secret salt: 48 bits of it, so that in a million customers hardly two are alike. The address of a
-- customer's page is another such hash, of 64 bits, and another one under another privacy setting: a link kept from a site with names
-- leads nowhere in one with pseudonyms.
-- key: customer_id
-- columns:
--   customer_id        Customer
--   customer_key       Address of the customer's page on the site
--   label              Customer as the site may show it, by the project's privacy setting
--   kind               consumer, business or distributor
--   region             Sales region
--   country            Country
--   city               City
--   industry           Industry
--   company_size       Size class
--   channel            Channel
--   source             How the customer was first won
--   owner              Account manager
--   sex                Sex
--   age_years          Age at the as-of date [years]
--   age_band           Its band of composition.age_bands; NULL below the first
--   occupation         Occupation
--   education          Education
--   income_band        Income band
--   credit_grade       Credit grade given by the company or an agency
--   hindrance          Why nobody is to approach it, by the mark in its file: do not contact, hostile or irrelevant; NULL where
--                      nothing is in the way
--   orders             Orders to date [orders]
--   revenue            Revenue to date [reporting currency]
--   margin             Margin to date; NULL where the cost of any order is not known [reporting currency]
--   first_order_date   Date of the first order
--   last_order_date    Date of the last order
--   first_deal_date    Date of the first deal: of the first order, or before it by the customer's file
--   first_deal_year    Its year, "or earlier" where history begins in it and no file tells more, and where it is the first of
--                      the latest composition.max_groups years or lies before them
--   current_orders     Orders in the current window [orders]
--   current_revenue    Revenue in the current window [reporting currency]
--   current_margin     Margin in the current window [reporting currency]
--   prior_orders       Orders in the window before [orders]
--   prior_revenue      Revenue in the window before [reporting currency]
--   prior_margin       Margin in the window before [reporting currency]
--   recency_days       Days from the last order to the as-of date [days]
-- checks:
--   no two customers have one page: (select count(*) = count(distinct customer_key) from marts.customers)
--   who ordered has a first and last order: (orders > 0) = (first_order_date is not null)
--   no order comes before the first deal: coalesce(first_deal_date <= first_order_date, orders = 0)
with
    age_bands as (
        select
            band,
            from_years,
            lead (from_years) over (
                order by
                    from_years
            ) as until_years
        from
            run.composition_age_bands
    ),
    history as (
        select
            min(order_date) as history_start_date
        from
            marts.orders
    ),
    order_totals as (
        select
            customer_id,
            sum(order_count) as orders,
            sum(revenue) as revenue,
            case
                when count(*) = count(margin) then sum(margin)
            end as margin,
            min(
                case
                    when order_count > 0 then order_date
                end
            ) as first_order_date,
            max(
                case
                    when order_count > 0 then order_date
                end
            ) as last_order_date,
            sum(
                case
                    when period = 'current' then order_count
                    else 0
                end
            ) as current_orders,
            sum(
                case
                    when period = 'current' then revenue
                end
            ) as current_revenue,
            case
                when count(
                    case
                        when period = 'current' then 1
                    end
                ) = count(
                    case
                        when period = 'current' then margin
                    end
                ) then sum(
                    case
                        when period = 'current' then margin
                    end
                )
            end as current_margin,
            sum(
                case
                    when period = 'prior' then order_count
                    else 0
                end
            ) as prior_orders,
            sum(
                case
                    when period = 'prior' then revenue
                end
            ) as prior_revenue,
            case
                when count(
                    case
                        when period = 'prior' then 1
                    end
                ) = count(
                    case
                        when period = 'prior' then margin
                    end
                ) then sum(
                    case
                        when period = 'prior' then margin
                    end
                )
            end as prior_margin
        from
            marts.orders
        group by
            customer_id
    ),
    dates as (
        select
            customers.customer_id,
            date_diff('year', customers.birth_date, settings.as_of_date) - case
                when strftime(settings.as_of_date, '%m%d') < strftime(customers.birth_date, '%m%d') then 1
                else 0
            end as age_years,
            -- The least of those that are known.
            least(
                order_totals.first_order_date,
                case
                    when customers.first_deal_date <= settings.as_of_date then customers.first_deal_date
                end
            ) as first_deal_date,
            customers.first_deal_date is not null as is_in_file
        from
            staging.stg_customers as customers
            cross join run.settings as settings
            left join order_totals on customers.customer_id = order_totals.customer_id
    ),
    deal_years as (
        select
            dates.customer_id,
            year(dates.first_deal_date) as first_year,
            year(settings.as_of_date) - settings.composition_max_groups + 1 as earliest_year,
            year(dates.first_deal_date) = year(history.history_start_date)
            and not dates.is_in_file as is_open
        from
            dates
            cross join history
            cross join run.settings as settings
    )
select
    customers.customer_id,
    left(
        sha256('page ' || settings.privacy_customers || ' ' || settings.privacy_salt || customers.customer_id),
        16
    ) as customer_key,
    case settings.privacy_customers
        when 'name' then coalesce(customers.name, customers.customer_id)
        when 'id' then customers.customer_id
        else 'Customer ' || upper(substr(sha256(settings.privacy_salt || customers.customer_id), 1, 12))
    end as label,
    customers.kind,
    customers.region,
    customers.country,
    customers.city,
    customers.industry,
    customers.company_size,
    customers.channel,
    customers.source,
    customers.owner,
    customers.sex,
    dates.age_years,
    age_bands.band as age_band,
    customers.occupation,
    customers.education,
    customers.income_band,
    customers.credit_grade,
    case
        when customers.marking = 'do_not_contact' then 'do not contact'
        when customers.marking in ('hostile', 'irrelevant') then customers.marking
    end as hindrance,
    coalesce(order_totals.orders, 0)::integer as orders,
    order_totals.revenue::decimal(18, 4) as revenue,
    order_totals.margin::decimal(18, 4) as margin,
    order_totals.first_order_date,
    order_totals.last_order_date,
    dates.first_deal_date,
    case
        when deal_years.first_year <= deal_years.earliest_year then deal_years.earliest_year || ' or earlier'
        when deal_years.is_open then deal_years.first_year || ' or earlier'
        else deal_years.first_year::varchar
    end as first_deal_year,
    coalesce(order_totals.current_orders, 0)::integer as current_orders,
    order_totals.current_revenue::decimal(18, 4) as current_revenue,
    order_totals.current_margin::decimal(18, 4) as current_margin,
    coalesce(order_totals.prior_orders, 0)::integer as prior_orders,
    order_totals.prior_revenue::decimal(18, 4) as prior_revenue,
    order_totals.prior_margin::decimal(18, 4) as prior_margin,
    (settings.as_of_date - order_totals.last_order_date)::integer as recency_days
from
    staging.stg_customers as customers
    cross join run.settings as settings
    inner join dates on customers.customer_id = dates.customer_id
    inner join deal_years on customers.customer_id = deal_years.customer_id
    left join order_totals on customers.customer_id = order_totals.customer_id
    left join age_bands on dates.age_years >= age_bands.from_years
    and (
        dates.age_years < age_bands.until_years
        or age_bands.until_years is null
    )
where
    customers.kind <> 'internal'
