-- One row per group of like customers and product category: how many of them buy it, and what it leaves.
-- Like customers are those of one kind and one tier of the current window; where they are fewer than value.min_like_customers
-- those of one kind. A category that none of them bought is absent. Chance x value is what a customer who does not buy the
-- category could bring within the window's length; see potential_value in customer_lifetime_values.
-- key: kind, tier, category
-- columns:
--   kind           consumer, business or distributor
--   tier           Tier in the current window
--   category       Product category
--   like_customers Customers that are alike [customers]
--   buyers         Those of them who bought the category in the current window [customers]
--   chance         Share who did [0 to 1]
--   mean_value     What it left of a buyer in the window: margin, or revenue where the cost of goods is not known [reporting currency]
-- checks:
--   buyers are among the like customers: buyers between 1 and like_customers
with
    bought as (
        select
            categories.customer_id,
            categories.category,
            sum(
                case
                    when rates.basis = 'margin' then coalesce(categories.margin, (categories.revenue * rates.margin_rate)::decimal(18, 4))
                    else categories.revenue
                end
            ) as value
        from
            marts.order_categories as categories
            inner join marts.customers as customers on categories.customer_id = customers.customer_id
            inner join marts.margin_rates as rates on customers.kind = rates.kind
        where
            categories.period = 'current'
            and categories.has_category
            and categories.order_count > 0
        group by
            categories.customer_id,
            categories.category
    ),
    members as (
        select
            customers.customer_id,
            customers.kind,
            tiers.tier,
            count(*) over (
                partition by
                    customers.kind,
                    tiers.tier
            ) as alike
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
        where
            tiers.tier is not null
    ),
    groups as (
        select
            members.kind,
            members.tier,
            max(members.alike) >= max(settings.value_min_like_customers) as is_by_tier
        from
            members
            cross join run.settings as settings
        group by
            members.kind,
            members.tier
    ),
    alike as (
        select
            groups.kind,
            groups.tier,
            members.customer_id
        from
            groups
            inner join members on groups.kind = members.kind
            and (
                groups.tier = members.tier
                or not groups.is_by_tier
            )
    ),
    sizes as (
        select
            kind,
            tier,
            count(*) as like_customers
        from
            alike
        group by
            kind,
            tier
    )
select
    alike.kind,
    alike.tier,
    bought.category,
    max(sizes.like_customers)::integer as like_customers,
    count(*)::integer as buyers,
    safe_div(count(*), max(sizes.like_customers)) as chance,
    (sum(bought.value) / count(*))::decimal(18, 4) as mean_value
from
    alike
    inner join bought on alike.customer_id = bought.customer_id
    inner join sizes on alike.kind = sizes.kind
    and alike.tier = sizes.tier
group by
    alike.kind,
    alike.tier,
    bought.category
