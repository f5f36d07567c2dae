-- One row per dimension of customers and customer: the value that the customer has. A dimension that no customer has a value
-- for is left out. Towns of one name are one value. The year is that of the first deal, see customers. The tier is that of
-- the current window, so that its customers were chosen by what they bought in it.
-- key: dimension, customer_id
-- columns:
--   dimension    What customers are divided by
--   customer_id  Customer
--   group_value  Value that the customer has; the missing_name of dimensions where it has none
--   has_value    Whether it has one, even if that is called unknown
with
    valued as (
        select
            dimensions.dimension,
            dimensions.missing_name,
            customers.customer_id,
            case dimensions.dimension
                when 'kind' then customers.kind
                when 'region' then customers.region
                when 'country' then customers.country
                when 'city' then customers.city
                when 'industry' then customers.industry
                when 'company_size' then customers.company_size
                when 'channel' then customers.channel
                when 'source' then customers.source
                when 'owner' then customers.owner
                when 'sex' then customers.sex
                when 'age_band' then customers.age_band
                when 'income_band' then customers.income_band
                when 'education' then customers.education
                when 'occupation' then customers.occupation
                when 'credit_grade' then customers.credit_grade
                when 'tier' then tiers.tier
                when 'first_order_year' then customers.first_deal_year
            end as known_value
        from
            marts.customers as customers
            cross join marts.dimensions as dimensions
            left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
        where
            dimensions.level = 'customer'
    )
select
    dimension,
    customer_id,
    coalesce(known_value, missing_name) as group_value,
    known_value is not null as has_value
from
    valued
where
    dimension in (
        select
            dimension
        from
            valued
        where
            known_value is not null
    )
