-- One row per group of customer files, and per field of them, with the quality of all its files together.
-- Groups are all files, and those of one kind, and source, owner or region where the project supplies these; the figures of a field are over the customers for
-- whose kind it matters, if there are any. Score as in customer_quality, from the parts of the group; a field has no freshness.
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
--   completeness_rate  Share of the fields wanted that are filled [0 to 1]
--   accuracy_rate      Share of the values that are not wrong [0 to 1]
--   freshness_rate     Share of the dated files that are fresh [0 to 1]
--   score              Quality of the files [0 to 100]
--   reason             Why a part or all of them are not known
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
)
select
    parts.dimension,
    parts.member,
    parts.customers::integer as customers,
    parts.fields_wanted::bigint as fields_wanted,
    parts.fields_filled::bigint as fields_filled,
    parts.fields_wrong::bigint as fields_wrong,
    parts.dated_customers::integer as dated_customers,
    parts.fresh_customers::integer as fresh_customers,
    parts.completeness_rate,
    parts.accuracy_rate,
    parts.freshness_rate,
    round(safe_div(
        100 * (
            coalesce(settings.quality_completeness_weight * parts.completeness_rate, 0)
            + coalesce(settings.quality_accuracy_weight * parts.accuracy_rate, 0)
            + coalesce(settings.quality_freshness_weight * parts.freshness_rate, 0)
        ),
        case when parts.completeness_rate is null then 0 else settings.quality_completeness_weight end
        + case when parts.accuracy_rate is null then 0 else settings.quality_accuracy_weight end
        + case when parts.freshness_rate is null then 0 else settings.quality_freshness_weight end
    ), 6) as score,
    case
        when not parts.is_supplied then 'not supplied'
        when parts.fields_wanted = 0 then 'no field that matters is supplied'
        when parts.fields_filled = 0 then 'never filled'
        when parts.dated_customers = 0 then 'no date to judge freshness by'
    end as reason
from parts
cross join run.settings as settings
where parts.dimension in ('all', 'kind', 'field')
    or parts.dimension in (
        select fields.field from run.fields as fields where fields.entity = 'customers' and fields.is_mapped
    )
