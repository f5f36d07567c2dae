-- One row per customer of the analyses: merged duplicates are one, internal customers are left out.
-- Sums over orders are NULL for a customer that never ordered, not 0; counts are 0. Orders may not reach back to the first
-- deal: the CRM's date then counts. That a file was opened earlier is no deal. A pseudonym is a hash of the identifier and
-- the project's secret salt: 48 bits of it, so that in a million customers hardly two are alike.
-- key: customer_id
-- columns:
--   customer_id        Customer
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
--   occupation         Occupation
--   education          Education
--   income_band        Income band
--   credit_grade       Credit grade given by the company or an agency
--   orders             Orders to date [orders]
--   revenue            Revenue to date [reporting currency]
--   margin             Margin to date; NULL where the cost of any order is not known [reporting currency]
--   first_order_date   Date of the first order
--   last_order_date    Date of the last order
--   first_deal_date    Date of the first deal: of the first order, or before it by the customer's file
--   current_orders     Orders in the current window [orders]
--   current_revenue    Revenue in the current window [reporting currency]
--   current_margin     Margin in the current window [reporting currency]
--   prior_orders       Orders in the window before [orders]
--   prior_revenue      Revenue in the window before [reporting currency]
--   prior_margin       Margin in the window before [reporting currency]
--   recency_days       Days from the last order to the as-of date [days]
-- checks:
--   who ordered has a first and last order: (orders > 0) = (first_order_date is not null)
--   no order comes before the first deal: coalesce(first_deal_date <= first_order_date, orders = 0)
with
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
    )
select
    customers.customer_id,
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
    date_diff('year', customers.birth_date, settings.as_of_date) - case
        when strftime(settings.as_of_date, '%m%d') < strftime(customers.birth_date, '%m%d') then 1
        else 0
    end as age_years,
    customers.occupation,
    customers.education,
    customers.income_band,
    customers.credit_grade,
    coalesce(order_totals.orders, 0)::integer as orders,
    order_totals.revenue::decimal(18, 4) as revenue,
    order_totals.margin::decimal(18, 4) as margin,
    order_totals.first_order_date,
    order_totals.last_order_date,
    -- The least of those that are known.
    least(
        order_totals.first_order_date,
        case
            when customers.first_deal_date <= settings.as_of_date then customers.first_deal_date
        end
    ) as first_deal_date,
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
    left join order_totals on customers.customer_id = order_totals.customer_id
where
    customers.kind <> 'internal'
