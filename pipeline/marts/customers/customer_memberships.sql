-- One row per customer that is in a group of a kind of which it may be in several: which these are, the groups of each kind
-- sorted and joined by line breaks, which no name holds. A kind of which it is in none is NULL.
-- key: customer_id
-- columns:
--   customer_id         Customer
--   debt_ages           Ageing buckets in which it owes anything; credit where some is not used
--   critical_ratios     Ratios of the grade that are critical in its latest statement, where that is compared, see ratios
--   weak_ratios         Ratios of the grade that are weak in it
--   faulty_fields       Fields of its file that are missing or wrong
--   file_errors         Faults of its file, those that are only suspected too, each as "field: rule", see customer_file_errors
--   product_categories  Categories that it ordered from in the current window
--   order_channels      Channels of its orders of the current window, where orders have their own, see order_groups
--   order_regions       Regions of these orders, likewise
--   order_owners        Sales persons of these orders, likewise
--   moved_products      Products that it ordered in either window, of those whose revenue changed most, see change_by_product
with
    members as (
        select
            customer_id,
            'debt_age' as kind,
            bucket as group_name
        from
            marts.ageing_by_customer
        union all
        select
            customer_id,
            band || '_ratio',
            ratio
        from
            marts.ratios
        where
            is_compared
            and weight > 0
            and band in ('critical', 'weak')
        union all
        select
            customer_id,
            'faulty_field',
            field
        from
            marts.customer_fields
        where
            is_wrong
            or (
                is_wanted
                and not is_filled
            )
        union all
        select
            customer_id,
            'file_error',
            field || ': ' || rule
        from
            marts.customer_file_errors
        union all
        select
            customer_id,
            dimension,
            group_value
        from
            marts.order_groups
        where
            period = 'current'
            and orders > 0
            and has_value
        union all
        select distinct
            orders.customer_id,
            'moved_product',
            products.product
        from
            marts.change_by_product as products
            cross join run.settings as settings
            inner join staging.stg_order_lines as lines on products.product_id = lines.product_id
            inner join marts.orders as orders on lines.order_id = orders.order_id
        where
            products.place <= settings.composition_listed_products
            and orders.period <> 'earlier'
    ),
    -- A sorted list, for an ordered string_agg holds 32 kB for each customer.
    lists as (
        select
            customer_id,
            kind,
            array_to_string(list_sort(list(group_name)), chr(10)) as group_names
        from
            members
        group by
            customer_id,
            kind
    )
select
    customer_id,
    max(
        case
            when kind = 'debt_age' then group_names
        end
    ) as debt_ages,
    max(
        case
            when kind = 'critical_ratio' then group_names
        end
    ) as critical_ratios,
    max(
        case
            when kind = 'weak_ratio' then group_names
        end
    ) as weak_ratios,
    max(
        case
            when kind = 'faulty_field' then group_names
        end
    ) as faulty_fields,
    max(
        case
            when kind = 'file_error' then group_names
        end
    ) as file_errors,
    max(
        case
            when kind = 'product_category' then group_names
        end
    ) as product_categories,
    max(
        case
            when kind = 'order_channel' then group_names
        end
    ) as order_channels,
    max(
        case
            when kind = 'order_region' then group_names
        end
    ) as order_regions,
    max(
        case
            when kind = 'order_owner' then group_names
        end
    ) as order_owners,
    max(
        case
            when kind = 'moved_product' then group_names
        end
    ) as moved_products
from
    lists
group by
    customer_id
