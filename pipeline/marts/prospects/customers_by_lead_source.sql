-- One row per source of leads, or all leads, and number of days since they were won: whether the customers that became of them stayed, and what they brought.
-- Customers are those that a lead made new (leads.became); what a lead sold to a customer that was one already says nothing of the
-- source. Days are those of prospects.stay_days. A customer stayed if it was active (first-time, repeat or loyal) at the first month end
-- so many days after the lead was won or later; one that never ordered did not. Customers for whom that day has not come are left
-- out, and counted.
-- key: dimension, group_value, has_value, days
-- columns:
--   dimension            all or source
--   group_value          Source of the leads; all for all leads, no source for those without one
--   has_value            Whether the leads of the group have a source
--   days                 Days since the lead was won [days]
--   won_leads            Leads won [leads]
--   unnamed_leads        Those that name no customer of the analyses [leads]
--   other_leads          Those that sold to a customer that was one already, or were won later than another of the customer [leads]
--   new_customers        Customers that they made [customers]
--   never_customers      Those of them that never ordered [customers]
--   undated_customers    Those of whom no day is known on which they were won [customers]
--   young_customers      Those won not so long ago [customers]
--   customers            Those won so long ago or longer [customers]
--   stayed_customers     Those of them that stayed [customers]
--   stayed_rate          Share of them; NULL where there are none [0 to 1]
--   stayed_low           Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   stayed_high          Upper end [0 to 1]
--   revenue              Revenue of these customers within the days [reporting currency]
--   margin               Their margin within the days; NULL where that of any order is not known [reporting currency]
--   revenue_per_customer  Revenue per customer; NULL where there are none [reporting currency]
--   revenue_low          Lower end of its interval, by the errors of a mean at prediction.confidence; NULL below two customers [reporting currency]
--   revenue_high         Upper end [reporting currency]
--   margin_per_customer  Margin per customer; NULL where there are none or it is not known [reporting currency]
-- checks:
--   a won lead makes a customer, or does not: unnamed_leads + other_leads + new_customers = won_leads
--   a customer has its time, or not yet: undated_customers + young_customers + customers = new_customers
with
    days as (
        select
            value as days
        from
            run.prospects_stay_days
    ),
    made as (
        select
            leads.lead_id,
            leads.customer_id,
            leads.source,
            leads.became,
            leads.won_date,
            coalesce(customers.orders, 0) as orders,
            days.days,
            min(months.month_end) as looked_at
        from
            marts.leads as leads
            cross join days
            left join marts.customers as customers on leads.customer_id = customers.customer_id
            left join marts.month_ends as months on months.month_end >= leads.won_date + days.days
        where
            leads.status = 'won'
        group by
            leads.lead_id,
            leads.customer_id,
            leads.source,
            leads.became,
            leads.won_date,
            customers.orders,
            days.days
    ),
    bought as (
        select
            made.lead_id,
            made.days,
            count(orders.order_id) as orders,
            count(orders.margin) as known_orders,
            sum(orders.revenue) as revenue,
            sum(orders.margin) as margin
        from
            made
            inner join marts.orders as orders on made.customer_id = orders.customer_id
            and orders.order_date < made.won_date + made.days
        where
            made.became = 'new customer'
            and made.looked_at is not null
        group by
            made.lead_id,
            made.days
    ),
    known as (
        select
            made.*,
            coalesce(states.state in ('first-time', 'repeat', 'loyal'), false) as is_stayed,
            coalesce(bought.revenue, 0) as revenue,
            case
                when bought.orders is null then 0
                when bought.orders = bought.known_orders then bought.margin
            end as margin
        from
            made
            left join marts.customer_states as states on made.customer_id = states.customer_id
            and made.looked_at = states.month_end
            left join bought on made.lead_id = bought.lead_id
            and made.days = bought.days
    ),
    grouped as (
        select
            'all' as dimension,
            'all' as group_value,
            true as has_value,
            known.*
        from
            known
        union all
        select
            'source',
            coalesce(source, 'no source'),
            source is not null,
            known.*
        from
            known
    ),
    sums as (
        select
            dimension,
            group_value,
            has_value,
            days,
            count(*) as won_leads,
            count(
                case
                    when became = 'no customer named' then 1
                end
            ) as unnamed_leads,
            count(
                case
                    when became in ('existing customer', 'further deal') then 1
                end
            ) as other_leads,
            count(
                case
                    when became = 'new customer' then 1
                end
            ) as new_customers,
            count(
                case
                    when became = 'new customer'
                    and orders = 0 then 1
                end
            ) as never_customers,
            count(
                case
                    when became = 'new customer'
                    and won_date is null then 1
                end
            ) as undated_customers,
            count(
                case
                    when became = 'new customer'
                    and won_date is not null
                    and looked_at is null then 1
                end
            ) as young_customers,
            count(
                case
                    when became = 'new customer'
                    and looked_at is not null then 1
                end
            ) as customers,
            count(
                case
                    when became = 'new customer'
                    and looked_at is not null
                    and is_stayed then 1
                end
            ) as stayed_customers,
            count(
                case
                    when became = 'new customer'
                    and looked_at is not null then margin
                end
            ) as known_customers,
            sum(
                case
                    when became = 'new customer'
                    and looked_at is not null then revenue
                end
            ) as revenue,
            sum(
                case
                    when became = 'new customer'
                    and looked_at is not null then margin
                end
            ) as margin,
            sum(
                case
                    when became = 'new customer'
                    and looked_at is not null then revenue::double * revenue::double
                end
                order by
                    lead_id
            ) as squares
        from
            grouped
        group by
            dimension,
            group_value,
            has_value,
            days
    ),
    -- The variance among customers by their number is that of the mean.
    errors as (
        select
            sums.dimension,
            sums.group_value,
            sums.has_value,
            sums.days,
            case
                when sums.customers > 1 then quantiles.normal_quantile * sqrt(
                    greatest(sums.squares - sums.revenue::double * sums.revenue::double / sums.customers, 0) / (sums.customers - 1) / sums.customers
                )
            end as reach
        from
            sums
            cross join marts.interval_quantile as quantiles
    )
select
    sums.dimension,
    sums.group_value,
    sums.has_value,
    sums.days::integer as days,
    sums.won_leads::integer as won_leads,
    sums.unnamed_leads::integer as unnamed_leads,
    sums.other_leads::integer as other_leads,
    sums.new_customers::integer as new_customers,
    sums.never_customers::integer as never_customers,
    sums.undated_customers::integer as undated_customers,
    sums.young_customers::integer as young_customers,
    sums.customers::integer as customers,
    sums.stayed_customers::integer as stayed_customers,
    safe_div(sums.stayed_customers, sums.customers) as stayed_rate,
    wilson_low (sums.stayed_customers, sums.customers, quantiles.normal_quantile) as stayed_low,
    wilson_high (sums.stayed_customers, sums.customers, quantiles.normal_quantile) as stayed_high,
    sums.revenue::decimal(18, 4) as revenue,
    case
        when sums.known_customers = sums.customers then sums.margin
    end::decimal(18, 4) as margin,
    safe_div(sums.revenue, sums.customers) as revenue_per_customer,
    safe_div(sums.revenue, sums.customers) - errors.reach as revenue_low,
    safe_div(sums.revenue, sums.customers) + errors.reach as revenue_high,
    case
        when sums.known_customers = sums.customers then safe_div(sums.margin, sums.customers)
    end as margin_per_customer
from
    sums
    cross join marts.interval_quantile as quantiles
    inner join errors on sums.dimension = errors.dimension
    and sums.group_value = errors.group_value
    and sums.has_value = errors.has_value
    and sums.days = errors.days
