-- Bad rows: personal groups whose figures tell of fewer consumers than composition.min_personal_customers, by themselves or as the rest to the others
-- severity: error
-- fix: something shows what marts.withheld_groups withholds; compare marts.revenue_by_group with it
with
    windows as (
        select
            dimension,
            group_name,
            group_kind,
            'current' as period,
            coalesce(
                revenue,
                margin,
                margin_rate,
                average_order_value,
                revenue_share,
                known_revenue_share,
                orders,
                buying_customers
            ) is not null as is_shown,
            coalesce(change, revenue_share_change) is not null as has_change,
            known_revenue_share is not null as has_known_share
        from
            marts.revenue_by_group
        union all
        select
            dimension,
            group_name,
            group_kind,
            'prior',
            coalesce(
                prior_revenue,
                prior_margin,
                prior_margin_rate,
                prior_average_order_value,
                prior_revenue_share,
                prior_orders,
                prior_buying_customers
            ) is not null,
            coalesce(change, revenue_share_change) is not null,
            false
        from
            marts.revenue_by_group
    ),
    counted as (
        select
            windows.dimension,
            windows.group_name,
            windows.group_kind,
            windows.period,
            windows.is_shown,
            windows.has_change,
            windows.has_known_share,
            sum(
                case
                    when customers.kind = 'consumer'
                    and case windows.period
                        when 'current' then customers.current_revenue
                        else customers.prior_revenue
                    end is not null then 1
                    else 0
                end
            ) as contributors
        from
            windows
            inner join marts.dimensions as dimensions on windows.dimension = dimensions.dimension
            and dimensions.is_personal
            inner join marts.group_values as groups on windows.dimension = groups.dimension
            and windows.group_name = groups.group_name
            and windows.group_kind = groups.group_kind
            inner join marts.customer_groups as members on groups.dimension = members.dimension
            and groups.group_value = members.group_value
            and groups.has_value = members.has_value
            inner join marts.customers as customers on members.customer_id = customers.customer_id
        group by all
    ),
    rests as (
        select
            dimension,
            period,
            bool_or(is_shown) as is_any_shown,
            bool_or(has_known_share) as has_known_share,
            sum(
                case
                    when not is_shown then contributors
                    else 0
                end
            ) as hidden,
            sum(
                case
                    when not is_shown
                    and group_kind <> 'missing' then contributors
                    else 0
                end
            ) as hidden_known,
            sum(
                case
                    when not is_shown
                    and group_kind = 'missing' then contributors
                    else 0
                end
            ) as hidden_missing
        from
            counted
        group by
            dimension,
            period
    )
select
    counted.dimension,
    counted.group_name,
    counted.group_kind,
    counted.period,
    counted.contributors
from
    counted
    cross join run.settings as settings
where
    counted.contributors between 1 and settings.composition_min_personal_customers - 1
    and (
        counted.is_shown
        or counted.has_change
    )
union all
-- All less what is shown.
select
    rests.dimension,
    'the rest',
    'withheld',
    rests.period,
    rests.hidden
from
    rests
    cross join run.settings as settings
where
    rests.is_any_shown
    and (
        rests.hidden between 1 and settings.composition_min_personal_customers - 1
        or (
            rests.has_known_share
            and (
                rests.hidden_known between 1 and settings.composition_min_personal_customers - 1
                or rests.hidden_missing between 1 and settings.composition_min_personal_customers - 1
            )
        )
    )
