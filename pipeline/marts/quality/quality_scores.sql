-- One row per group of customer files, and per field of them, with the quality of all its files together.
-- Groups are all files, and those of one kind, and source, owner or region where the project supplies these; the figures
-- of a field are over the customers for whose kind it matters or is checked, if there are any. Score as in customer_quality, from the
-- parts of the group; a field has no freshness. The points that a group costs are those by which the score of all files
-- would rise if the group's missing values were filled, its wrong ones right, and its stale files fresh: over the groups
-- of a dimension they add up to 100 less that score, over the fields to that without what stale files cost.
-- key: dimension, member, is_missing
-- columns:
--   dimension          What the files are grouped by: all, kind, source, owner, region; or field
--   member             Kind, source, owner or region, unknown where the file has none; name of the field; all
--   is_missing         Whether the files have none, so that unknown is no name
--   is_wanted          Whether the field matters, so that an empty one is missing; true for groups
--   customers          Customers with a file in the group, or for whom the field matters [customers]
--   fields_wanted      Fields that matter and are supplied, over all files [fields]
--   fields_filled      Fields of these that have a value, be it a wrong one [fields]
--   values_given       Values of these and of the fields that are only checked [fields]
--   fields_wrong       Values of all these that are wrong [fields]
--   faulty_customers   Customers with a value missing or wrong; of a field, with that one [customers]
--   judged_customers   Customers whose file is fresh or not: all, or none where no file has a date [customers]
--   fresh_customers    Customers of these whose file is fresh [customers]
--   stale_customers    Customers of these whose file is not fresh, or has no date [customers]
--   poor_customers     Customers whose file scores below the settings' poor_score [customers]
--   completeness_rate  Share of the fields wanted that are filled [0 to 1]
--   accuracy_rate      Share of the values given that are not wrong [0 to 1]
--   freshness_rate     Share of the files judged that are fresh [0 to 1]
--   score              Quality of the files [0 to 100]
--   reason             Why a part or all of them are not known
--   missing_points     Points that missing values cost the score of all files [points]
--   wrong_points       Points that wrong values cost it [points]
--   stale_points       Points that stale files cost it [points]
--   lost_points        Points that all these cost it together [points]
--   excess_points      Points of these beyond what as many files of the same kinds cost on average, below 0 if they cost
--                      less; a field has none [points]
--   is_notable         Whether that is more than quality_notable_excess of that average
-- checks:
--   the fresh and the stale are those judged: fresh_customers + stale_customers is not distinct from judged_customers
--   no more are faulty or poor than there are: coalesce(greatest(faulty_customers, poor_customers) <= customers, true)
with
    counts as (
        select
            dimension,
            member,
            is_missing,
            bool_or(is_wanted) as is_wanted,
            bool_and(is_supplied) as is_supplied,
            sum(customers) as customers,
            sum(fields_wanted) as fields_wanted,
            sum(fields_filled) as fields_filled,
            sum(values_given) as values_given,
            sum(fields_wrong) as fields_wrong,
            sum(faulty_customers) as faulty_customers,
            sum(judged_customers) as judged_customers,
            sum(fresh_customers) as fresh_customers,
            sum(poor_customers) as poor_customers
        from
            marts.file_counts_by_group_and_kind
        group by
            dimension,
            member,
            is_missing
    ),
    parts as (
        select
            counts.*,
            safe_div(fields_filled, fields_wanted) as completeness_rate,
            safe_div(values_given - fields_wrong, values_given) as accuracy_rate,
            safe_div(fresh_customers, judged_customers) as freshness_rate
        from
            counts
    ),
    weights as (
        -- A part that is not known is left out, and its weight with it.
        select
            parts.*,
            case
                when parts.completeness_rate is null then 0
                else settings.quality_completeness_weight
            end as completeness_weight,
            case
                when parts.accuracy_rate is null then 0
                else settings.quality_accuracy_weight
            end as accuracy_weight,
            case
                when parts.freshness_rate is null then 0
                else settings.quality_freshness_weight
            end as freshness_weight
        from
            parts
            cross join run.settings as settings
    ),
    -- What the files of a group would lack if they were as those of the same kinds are on average.
    averages as (
        select
            counts.dimension,
            counts.member,
            counts.is_missing,
            sum(
                round(
                    safe_div(counts.fields_wanted * (kinds.fields_wanted - kinds.fields_filled), kinds.fields_wanted),
                    10
                )::decimal(28, 10)
            ) as missing_fields,
            sum(round(safe_div(counts.values_given * kinds.fields_wrong, kinds.values_given), 10)::decimal(28, 10)) as wrong_fields,
            sum(
                round(
                    safe_div(counts.judged_customers * (kinds.judged_customers - kinds.fresh_customers), kinds.judged_customers),
                    10
                )::decimal(28, 10)
            ) as stale_customers
        from
            marts.file_counts_by_group_and_kind as counts
            inner join marts.file_counts_by_group_and_kind as kinds on kinds.dimension = 'kind'
            and counts.kind = kinds.member
        where
            counts.dimension <> 'field'
        group by
            counts.dimension,
            counts.member,
            counts.is_missing
    ),
    -- What one missing field, wrong field and stale file of any group costs the score of all files.
    prices as (
        select
            safe_div(100 * completeness_weight, completeness_weight + accuracy_weight + freshness_weight) / nullif(fields_wanted, 0) as missing_field,
            safe_div(100 * accuracy_weight, completeness_weight + accuracy_weight + freshness_weight) / nullif(values_given, 0) as wrong_field,
            safe_div(100 * freshness_weight, completeness_weight + accuracy_weight + freshness_weight) / nullif(judged_customers, 0) as stale_file
        from
            weights
        where
            dimension = 'all'
    ),
    points as (
        select
            weights.*,
            round((weights.fields_wanted - weights.fields_filled) * prices.missing_field, 6) as missing_points,
            round(weights.fields_wrong * prices.wrong_field, 6) as wrong_points,
            round((weights.judged_customers - weights.fresh_customers) * prices.stale_file, 6) as stale_points,
            coalesce(averages.missing_fields * prices.missing_field, 0) + coalesce(averages.wrong_fields * prices.wrong_field, 0) + coalesce(averages.stale_customers * prices.stale_file, 0) as average_points
        from
            weights
            cross join prices
            left join averages on weights.dimension = averages.dimension
            and weights.member = averages.member
            and weights.is_missing = averages.is_missing
    ),
    losses as (
        select
            points.*,
            case
                when coalesce(missing_points, wrong_points, stale_points) is not null then coalesce(missing_points, 0) + coalesce(wrong_points, 0) + coalesce(stale_points, 0)
            end as lost_points
        from
            points
    )
select
    losses.dimension,
    losses.member,
    losses.is_missing,
    losses.is_wanted,
    losses.customers::integer as customers,
    losses.fields_wanted::bigint as fields_wanted,
    losses.fields_filled::bigint as fields_filled,
    losses.values_given::bigint as values_given,
    losses.fields_wrong::bigint as fields_wrong,
    losses.faulty_customers::integer as faulty_customers,
    losses.judged_customers::integer as judged_customers,
    losses.fresh_customers::integer as fresh_customers,
    (losses.judged_customers - losses.fresh_customers)::integer as stale_customers,
    losses.poor_customers::integer as poor_customers,
    losses.completeness_rate,
    losses.accuracy_rate,
    losses.freshness_rate,
    -- Rounded, as the score of a file is.
    round(
        safe_div(
            100 * (
                losses.completeness_weight * coalesce(losses.completeness_rate, 0) + losses.accuracy_weight * coalesce(losses.accuracy_rate, 0) + losses.freshness_weight * coalesce(losses.freshness_rate, 0)
            ),
            losses.completeness_weight + losses.accuracy_weight + losses.freshness_weight
        ),
        6
    ) as score,
    case
        when not losses.is_supplied then 'not supplied'
        when losses.is_wanted
        and losses.fields_wanted = 0 then 'no field that matters is supplied'
        when losses.values_given = 0 then 'never filled'
        when losses.judged_customers = 0 then 'no file has a date to judge freshness by'
    end as reason,
    losses.missing_points,
    losses.wrong_points,
    losses.stale_points,
    losses.lost_points,
    -- By decimals, in which 0 has no sign.
    case
        when losses.dimension <> 'field' then (losses.lost_points - losses.average_points)::decimal(18, 6)::double
    end as excess_points,
    case
        when losses.dimension <> 'field' then losses.lost_points > losses.average_points * (1 + settings.quality_notable_excess)
    end as is_notable
from
    losses
    cross join run.settings as settings
where
    losses.dimension in ('all', 'kind', 'field')
    or losses.dimension in (
        select
            fields.field
        from
            run.fields as fields
        where
            fields.entity = 'customers'
            and fields.is_mapped
    )
