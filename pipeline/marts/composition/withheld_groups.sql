-- One row per personal dimension, group and window whose figures are withheld: an age, sex or town may have many on file of whom
-- one bought, and then its revenue is that of one person. So where fewer consumers than composition.min_personal_customers ordered or
-- returned, though not none, nothing of the window is shown; businesses are no persons and do not count. A figure withheld alone follows from the total and
-- the others: as many more groups are withheld, those of the fewest first, as it takes that all withheld ones together tell of nobody.
-- key: dimension, group_name, group_kind, period
-- columns:
--   dimension     What customers are divided by
--   group_name    Group, see group_values
--   group_kind    value, folded or missing, see group_values
--   period        current or prior window
--   contributors  Consumers of the group with an order or refund in the window [customers]
with
    counted as (
        select
            members.dimension,
            groups.group_name,
            groups.group_kind,
            periods.period,
            groups.group_kind = 'missing' as is_missing,
            sum(
                case
                    when customers.kind = 'consumer'
                    and case periods.period
                        when 'current' then customers.current_revenue
                        else customers.prior_revenue
                    end is not null then 1
                    else 0
                end
            ) as contributors
        from
            marts.customer_groups as members
            inner join marts.dimensions as dimensions on members.dimension = dimensions.dimension
            inner join marts.group_values as groups on members.dimension = groups.dimension
            and members.group_value = groups.group_value
            and members.has_value = groups.has_value
            inner join marts.customers as customers on members.customer_id = customers.customer_id
            cross join (
                values
                    ('current'),
                    ('prior')
            ) as periods (period)
        where
            dimensions.is_personal
        group by
            members.dimension,
            groups.group_name,
            groups.group_kind,
            periods.period
    ),
    ranked as (
        select
            counted.*,
            settings.composition_min_personal_customers as limit_customers,
            contributors between 1 and settings.composition_min_personal_customers - 1 as is_few,
            -- Of the groups of its dimension that have a value, with those of which fewer bought; those without a value are no group of them.
            row_number() over by_size as size_rank,
            coalesce(
                sum(contributors) over (
                    by_size rows between unbounded preceding
                    and 1 preceding
                ),
                0
            ) as smaller_contributors
        from
            counted
            cross join run.settings as settings
        window
            by_size as (
                partition by
                    dimension,
                    period,
                    is_missing
                order by
                    contributors,
                    group_name,
                    group_kind
            )
    ),
    known as (
        select
            ranked.*,
            not is_missing
            and (
                is_few
                or smaller_contributors between 1 and limit_customers - 1
            ) as is_withheld_known
        from
            ranked
    ),
    dimension_sums as (
        select
            dimension,
            period,
            sum(
                case
                    when is_withheld_known then contributors
                    else 0
                end
            ) as withheld_known,
            bool_or(
                is_missing
                and is_few
            ) as is_missing_few,
            min(
                case
                    when not is_missing
                    and contributors > 0 then size_rank
                end
            ) as first_rank
        from
            known
        group by
            dimension,
            period
    ),
    divided as (
        select
            known.*,
            -- Those without a value are the rest to all groups that have one, so that either hides the other.
            case
                when known.is_missing then known.is_few
                or sums.withheld_known between 1 and known.limit_customers - 1
                else known.is_withheld_known
                or (
                    sums.is_missing_few
                    and known.size_rank = sums.first_rank
                )
            end as is_withheld
        from
            known
            inner join dimension_sums as sums on known.dimension = sums.dimension
            and known.period = sums.period
    ),
    summed as (
        select
            divided.*,
            sum(
                case
                    when is_withheld then contributors
                    else 0
                end
            ) over (
                partition by
                    dimension,
                    period
            ) as withheld_contributors
        from
            divided
    )
select
    dimension,
    group_name,
    group_kind,
    period,
    contributors::integer as contributors
from
    summed
where
    is_withheld
    -- So few in all groups together: no group is shown, for all else would be that of the one that bought.
    or withheld_contributors between 1 and limit_customers - 1
