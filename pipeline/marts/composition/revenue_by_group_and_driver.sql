-- One row per dimension of customers, group and driver of change. Each customer stands in one group of each dimension, so
-- the groups of a dimension add up to all customers, and the drivers of a group to the group. A dimension that no
-- customer has a value for is left out. Groups beyond max_groups, by the larger of their revenue now and before, are
-- folded into one; age bands, tiers and years never are. Towns of one name are one group. The year is that of the first
-- deal, see customers. The tier is that of the current window, so that its customers were chosen by what they bought in it.
-- key: dimension, group_name, group_kind, driver
-- columns:
--   dimension               What customers are divided by
--   group_name              Value that the customers have; other, unknown, no order yet or no tier where the kind says so
--   group_kind              value: of one value, even of one called other; folded: the smaller ones together; missing: of
--                           customers without a value
--   driver                  Driver of change, see change_by_customer; none: no order or refund in either window, or no
--                           window to compare with
--   customers               Customers [customers]
--   buying_customers        Customers with an order in the current window [customers]
--   prior_buying_customers  Customers with an order in the window before [customers]
--   orders                  Orders in the current window [orders]
--   prior_orders            Orders in the window before [orders]
--   revenue                 Revenue in the current window; NULL where none of them ordered [reporting currency]
--   prior_revenue           Revenue in the window before; NULL where none of them ordered [reporting currency]
--   margin                  Margin in the current window; NULL where that of any order is not known [reporting currency]
--   prior_margin            Margin in the window before; NULL where that of any order is not known [reporting currency]
--   change                  What the row adds to the change in revenue; NULL where no window is there to compare with [reporting currency]
with
    attributes as (
        select
            customers.*,
            tiers.tier,
            coalesce(changes.driver, 'none') as driver
        from
            marts.customers as customers
            left join marts.change_by_customer as changes on customers.customer_id = changes.customer_id
            left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    ),
    expanded as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'kind' then attributes.kind
                when 'region' then attributes.region
                when 'country' then attributes.country
                when 'city' then attributes.city
                when 'industry' then attributes.industry
                when 'company_size' then attributes.company_size
                when 'channel' then attributes.channel
                when 'source' then attributes.source
                when 'owner' then attributes.owner
                when 'sex' then attributes.sex
                when 'age_band' then attributes.age_band
                when 'income_band' then attributes.income_band
                when 'education' then attributes.education
                when 'occupation' then attributes.occupation
                when 'credit_grade' then attributes.credit_grade
                when 'tier' then attributes.tier
                when 'first_order_year' then attributes.first_deal_year
            end as group_value,
            attributes.driver,
            attributes.current_orders,
            attributes.prior_orders,
            attributes.current_revenue,
            attributes.prior_revenue,
            attributes.current_margin,
            attributes.prior_margin
        from
            attributes
            cross join run.composition_dimensions as dimensions
        where
            not starts_with(dimensions.dimension, 'order_')
            and not starts_with(dimensions.dimension, 'product_')
    ),
    by_value as (
        select
            dimension,
            group_value,
            driver,
            count(*) as customers,
            count(
                case
                    when current_orders > 0 then 1
                end
            ) as buying_customers,
            count(
                case
                    when prior_orders > 0 then 1
                end
            ) as prior_buying_customers,
            sum(current_orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(current_revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            case
                when count(current_revenue) = count(current_margin) then sum(current_margin)
            end as margin,
            case
                when count(prior_revenue) = count(prior_margin) then sum(prior_margin)
            end as prior_margin
        from
            expanded
        group by
            dimension,
            group_value,
            driver
    ),
    ranked as (
        select
            dimension,
            group_value,
            row_number() over (
                partition by
                    dimension
                order by
                    greatest(coalesce(sum(revenue), 0), coalesce(sum(prior_revenue), 0)) desc,
                    sum(customers) desc,
                    group_value
            ) as size_rank
        from
            by_value
        where
            group_value is not null
        group by
            dimension,
            group_value
    ),
    named as (
        select
            by_value.*,
            case
                when by_value.group_value is null then 'missing'
                when ranked.size_rank > settings.composition_max_groups
                and by_value.dimension not in ('age_band', 'first_order_year', 'tier') then 'folded'
                else 'value'
            end as group_kind
        from
            by_value
            cross join run.settings as settings
            left join ranked on by_value.dimension = ranked.dimension
            and by_value.group_value = ranked.group_value
        where
            by_value.dimension in (
                select
                    dimension
                from
                    ranked
            )
    )
select
    named.dimension,
    case
        when named.group_kind = 'value' then named.group_value
        when named.group_kind = 'folded' then 'other'
        when named.dimension = 'first_order_year' then 'no order yet'
        when named.dimension = 'tier' then 'no tier'
        else 'unknown'
    end as group_name,
    named.group_kind,
    named.driver,
    sum(named.customers)::integer as customers,
    sum(named.buying_customers)::integer as buying_customers,
    sum(named.prior_buying_customers)::integer as prior_buying_customers,
    sum(named.orders)::integer as orders,
    sum(named.prior_orders)::integer as prior_orders,
    sum(named.revenue)::decimal(18, 4) as revenue,
    sum(named.prior_revenue)::decimal(18, 4) as prior_revenue,
    case
        when count(named.revenue) = count(named.margin) then sum(named.margin)
    end::decimal(18, 4) as margin,
    case
        when count(named.prior_revenue) = count(named.prior_margin) then sum(named.prior_margin)
    end::decimal(18, 4) as prior_margin,
    case
        when totals.prior_revenue is not null then coalesce(sum(named.revenue), 0) - coalesce(sum(named.prior_revenue), 0)
    end::decimal(18, 4) as change
from
    named
    cross join marts.revenue_totals as totals
group by
    named.dimension,
    group_name,
    named.group_kind,
    named.driver,
    totals.prior_revenue
