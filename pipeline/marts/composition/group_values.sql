-- One row per dimension and value that customers or orders have: the group that it is shown in. Values beyond max_groups, by
-- the larger of their revenue now and before, are folded into one group, unless dimensions says otherwise; of equal ones
-- those with more customers or orders come first, then those first by name. A personal value of few consumers would tell
-- of each: it is folded too, and with it as many more, the smallest first, as it takes that the fold tells of nobody.
-- key: dimension, group_value, has_value
-- columns:
--   dimension    What is divided
--   group_value  Value, or the missing_name of dimensions for those without one
--   has_value    Whether it is a value, even if that is called unknown
--   group_name   Value of the group; other, unknown, no order yet or no tier where the kind says so
--   group_kind   value: of one value, even of one called other; folded: the smaller ones together; missing: without a value
with
    sums as (
        select
            members.dimension,
            members.group_value,
            members.has_value,
            count(*) as members,
            sum((customers.kind = 'consumer')::integer) as consumers,
            sum(customers.current_revenue) as revenue,
            sum(customers.prior_revenue) as prior_revenue
        from
            marts.customer_groups as members
            inner join marts.customers as customers on members.customer_id = customers.customer_id
        group by
            members.dimension,
            members.group_value,
            members.has_value
        union all
        select
            dimension,
            group_value,
            has_value,
            sum(orders),
            0,
            sum(
                case
                    when period = 'current' then revenue
                end
            ),
            sum(
                case
                    when period = 'prior' then revenue
                end
            )
        from
            marts.order_groups
        group by
            dimension,
            group_value,
            has_value
    ),
    ranked as (
        select
            dimension,
            group_value,
            has_value,
            row_number() over (
                partition by
                    dimension,
                    has_value
                order by
                    greatest(coalesce(revenue, 0), coalesce(prior_revenue, 0)) desc,
                    members desc,
                    group_value
            ) as size_rank,
            consumers,
            -- Of the values that have consumers, with those that have fewer.
            sum(
                case
                    when has_value then consumers
                    else 0
                end
            ) over (
                partition by
                    dimension
                order by
                    consumers,
                    group_value rows between unbounded preceding
                    and 1 preceding
            ) as smaller_consumers
        from
            sums
    ),
    divided as (
        select
            ranked.dimension,
            ranked.group_value,
            ranked.has_value,
            case
                when not ranked.has_value then 'missing'
                when dimensions.is_folded
                and ranked.size_rank > settings.composition_max_groups then 'folded'
                when dimensions.is_personal
                and ranked.consumers > 0
                and (
                    ranked.consumers < settings.composition_min_personal_customers
                    or (
                        ranked.smaller_consumers > 0
                        and ranked.smaller_consumers < settings.composition_min_personal_customers
                    )
                ) then 'folded'
                else 'value'
            end as group_kind
        from
            ranked
            inner join marts.dimensions as dimensions on ranked.dimension = dimensions.dimension
            cross join run.settings as settings
    )
select
    dimension,
    group_value,
    has_value,
    case
        when group_kind = 'folded' then 'other'
        else group_value
    end as group_name,
    group_kind
from
    divided
