-- One row per group of customer files, and per field of them, with the quality of all its files together.
-- Groups are all files, and those of one kind, and source, owner or region where the project supplies these; the figures
-- of a field are over the customers for whose kind it matters, if there are any. Score as in customer_quality, from the
-- parts of the group; a field has no freshness. The points that a group costs are those by which the score of all files
-- would rise if the group's missing values were filled, its wrong ones right, or its stale files fresh: over the groups
-- of a dimension they add up to 100 less that score, over the fields to that without freshness.
-- key: dimension, member
-- columns:
--   dimension          What the files are grouped by: all, kind, source, owner, region; or field
--   member             Kind, source, owner or region, "unknown" where the file has none; name of the field; "all"
--   customers          Customers with a file in the group, or for whom the field matters [customers]
--   fields_wanted      Fields that matter and are supplied, over all files [fields]
--   fields_filled      Fields of these that have a value, be it a wrong one [fields]
--   fields_wrong       Fields of these whose value is wrong [fields]
--   dated_customers    Customers whose file was ever confirmed, or that were ever heard from [customers]
--   fresh_customers    Customers of these whose file is fresh [customers]
--   stale_customers    Customers of these whose file is not fresh [customers]
--   faulty_customers   Customers with a value missing or wrong; of a field, with that one [customers]
--   poor_customers     Customers whose file scores below the settings' poor_score [customers]
--   completeness_rate  Share of the fields wanted that are filled [0 to 1]
--   accuracy_rate      Share of the values that are not wrong [0 to 1]
--   freshness_rate     Share of the dated files that are fresh [0 to 1]
--   score              Quality of the files [0 to 100]
--   reason             Why a part or all of them are not known
--   missing_points     Points that missing values cost the score of all files [points]
--   wrong_points       Points that wrong values cost it [points]
--   stale_points       Points that stale files cost it [points]
--   lost_points        Points that all these cost it together [points]
--   excess_points      Points of these beyond the group's part by its number of customers, below 0 if it costs less;
--                      a field has none [points]
-- checks:
--   the fresh and the stale are those with a date: fresh_customers + stale_customers is not distinct from dated_customers
--   no more are faulty or poor than there are: coalesce(greatest(faulty_customers, poor_customers) <= customers, true)
with members as (
    select customer_id, 'all' as dimension, 'all' as member from marts.customers
    union all
    select customer_id, 'kind', kind from marts.customers
    union all
    select customer_id, 'source', coalesce(source, 'unknown') from marts.customers
    union all
    select customer_id, 'owner', coalesce(owner, 'unknown') from marts.customers
    union all
    select customer_id, 'region', coalesce(region, 'unknown') from marts.customers
),
counts as (
    select
        members.dimension,
        members.member,
        count(*) as customers,
        sum(files.fields_wanted) as fields_wanted,
        sum(files.fields_filled) as fields_filled,
        sum(files.fields_wrong) as fields_wrong,
        count(files.age_days) as dated_customers,
        count(case when files.is_fresh then 1 end) as fresh_customers,
        count(case when files.fields_filled - files.fields_wrong < files.fields_wanted then 1 end) as faulty_customers,
        count(case when files.is_poor then 1 end) as poor_customers,
        true as is_supplied
    from members
    inner join marts.customer_quality as files on members.customer_id = files.customer_id
    group by members.dimension, members.member
    union all
    select
        'field',
        wanted.field,
        count(files.customer_id),
        case when wanted.is_supplied then count(fields.field) end,
        case when wanted.is_supplied then count(case when fields.is_filled then 1 end) end,
        case when wanted.is_supplied then count(case when fields.is_wrong then 1 end) end,
        null,
        null,
        case
            when wanted.is_supplied then count(case when not fields.is_filled or fields.is_wrong then 1 end)
        end,
        null,
        wanted.is_supplied
    from marts.file_fields as wanted
    inner join marts.customers as customers on wanted.kind = customers.kind
    inner join marts.customer_quality as files on customers.customer_id = files.customer_id
    left join marts.customer_fields as fields
        on files.customer_id = fields.customer_id and wanted.field = fields.field
    group by wanted.field, wanted.is_supplied
),
parts as (
    select
        counts.*,
        safe_div(fields_filled, fields_wanted) as completeness_rate,
        safe_div(fields_filled - fields_wrong, fields_filled) as accuracy_rate,
        safe_div(fresh_customers, dated_customers) as freshness_rate
    from counts
),
scores as (
    select
        parts.*,
        round(safe_div(
            100 * (
                coalesce(settings.quality_completeness_weight * parts.completeness_rate, 0)
                + coalesce(settings.quality_accuracy_weight * parts.accuracy_rate, 0)
                + coalesce(settings.quality_freshness_weight * parts.freshness_rate, 0)
            ),
            case when parts.completeness_rate is null then 0 else settings.quality_completeness_weight end
            + case when parts.accuracy_rate is null then 0 else settings.quality_accuracy_weight end
            + case when parts.freshness_rate is null then 0 else settings.quality_freshness_weight end
        ), 6) as score
    from parts
    cross join run.settings as settings
),
totals as (
    select
        scores.customers,
        scores.score,
        scores.fields_wanted,
        scores.fields_filled,
        scores.dated_customers,
        -- As in the score, the weight of a part that is not known is left out.
        safe_div(
            100,
            case when scores.completeness_rate is null then 0 else settings.quality_completeness_weight end
            + case when scores.accuracy_rate is null then 0 else settings.quality_accuracy_weight end
            + case when scores.freshness_rate is null then 0 else settings.quality_freshness_weight end
        ) as points_per_weight
    from scores
    cross join run.settings as settings
    where scores.dimension = 'all'
),
shares as (
    select
        scores.*,
        scores.dated_customers - scores.fresh_customers as stale_customers,
        totals.points_per_weight,
        safe_div(scores.fields_wanted - scores.fields_filled, totals.fields_wanted) as missing_share,
        safe_div(scores.fields_wrong, totals.fields_filled) as wrong_share,
        safe_div(scores.dated_customers - scores.fresh_customers, totals.dated_customers) as stale_share,
        (100 - totals.score) * safe_div(scores.customers, totals.customers) as fair_points
    from scores
    cross join totals
),
losses as (
    select
        shares.*,
        round(shares.points_per_weight * settings.quality_completeness_weight * shares.missing_share, 6) as missing_points,
        round(shares.points_per_weight * settings.quality_accuracy_weight * shares.wrong_share, 6) as wrong_points,
        round(shares.points_per_weight * settings.quality_freshness_weight * shares.stale_share, 6) as stale_points
    from shares
    cross join run.settings as settings
),
summed as (
    select
        losses.*,
        case
            when coalesce(missing_points, wrong_points, stale_points) is not null
                then coalesce(missing_points, 0) + coalesce(wrong_points, 0) + coalesce(stale_points, 0)
        end as lost_points
    from losses
)
select
    dimension,
    member,
    customers::integer as customers,
    fields_wanted::bigint as fields_wanted,
    fields_filled::bigint as fields_filled,
    fields_wrong::bigint as fields_wrong,
    dated_customers::integer as dated_customers,
    fresh_customers::integer as fresh_customers,
    stale_customers::integer as stale_customers,
    faulty_customers::integer as faulty_customers,
    poor_customers::integer as poor_customers,
    completeness_rate,
    accuracy_rate,
    freshness_rate,
    score,
    case
        when not is_supplied then 'not supplied'
        when fields_wanted = 0 then 'no field that matters is supplied'
        when fields_filled = 0 then 'never filled'
        when dated_customers = 0 then 'no date to judge freshness by'
    end as reason,
    missing_points,
    wrong_points,
    stale_points,
    lost_points,
    -- By decimals, in which 0 has no sign.
    case when dimension <> 'field' then (lost_points - fair_points)::decimal(18, 6)::double end as excess_points
from summed
where dimension in ('all', 'kind', 'field')
    or dimension in (
        select fields.field from run.fields as fields where fields.entity = 'customers' and fields.is_mapped
    )
