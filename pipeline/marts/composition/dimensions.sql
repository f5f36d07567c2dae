-- One row per dimension that customers, orders or order lines are divided by, as composition.dimensions of the settings
-- names it. What holds of one dimension alone is said here; which field has its values, in customer_groups and order_groups.
-- key: dimension
-- columns:
--   dimension     What is divided
--   title         Name of the dimension
--   position      Order of the dimensions on a page
--   level         customer: groups add up to all customers, orders and revenue; order: to orders and revenue; line: to revenue
--   missing_name  What the group of those without a value is called
--   is_folded     Whether its smaller groups are folded into one; age bands, tiers and years all stand by themselves
--   is_moving     Whether its groups always move: customers come into years of first order over the year, and are chosen for
--                 a tier by what they buy now
--   is_personal   Whether its values are personal: shown of all customers together alone, for of few they would tell of each
select
    dimension,
    title,
    position::integer as position,
    case
        when starts_with(dimension, 'order_') then 'order'
        when starts_with(dimension, 'product_') then 'line'
        else 'customer'
    end as level,
    case dimension
        when 'first_order_year' then 'no order yet'
        when 'tier' then 'no tier'
        else 'unknown'
    end as missing_name,
    dimension not in ('age_band', 'first_order_year', 'tier') as is_folded,
    dimension in ('first_order_year', 'tier') as is_moving,
    dimension in ('sex', 'age_band', 'income_band', 'education', 'occupation', 'city') as is_personal
from
    run.composition_dimensions
