-- One row per group of customer files, or field of them, and kind of customer: what marts.quality_scores adds up.
-- Groups are all files, and those of one kind, source, owner or region; the figures of a field are over the customers for
-- whose kind it matters, if there are any.
-- key: dimension, member, is_missing, kind
-- columns:
--   dimension         What the files are grouped by: all, kind, source, owner, region; or field
--   member            Kind, source, owner or region, unknown where the file has none; name of the field; all
--   is_missing        Whether the files have none, so that unknown is no name
--   kind              Kind of customer
--   is_wanted         Whether the field matters, so that an empty one is missing; true for groups
--   is_supplied       Whether the project maps the field; true for groups
--   customers         Customers of the kind with a file in the group, or for whom the field matters [customers]
--   fields_wanted     Fields that matter and are supplied, over these files [fields]
--   fields_filled     Fields of these that have a value, be it a wrong one [fields]
--   values_given      Values of these and of the fields that are only checked [fields]
--   fields_wrong      Values of all these that are wrong [fields]
--   faulty_customers  Customers with a value missing or wrong; of a field, with that one [customers]
--   judged_customers  Customers whose file is fresh or not: all, or none where no file has a date; NULL for a field [customers]
--   fresh_customers   Customers of these whose file is fresh; NULL for a field [customers]
--   poor_customers    Customers whose file scores below the settings' poor_score; NULL for a field [customers]
-- checks:
--   no more is wrong than given, and filled than wanted: coalesce(fields_wrong <= values_given and fields_filled <= fields_wanted, true)
--   no more customers are fresh than judged: coalesce(fresh_customers <= judged_customers, true)
with
    members as (
        select
            customer_id,
            kind,
            'all' as dimension,
            'all' as member,
            false as is_missing
        from
            marts.customers
        union all
        select
            customer_id,
            kind,
            'kind',
            kind,
            false
        from
            marts.customers
        union all
        select
            customer_id,
            kind,
            'source',
            coalesce(source, 'unknown'),
            source is null
        from
            marts.customers
        union all
        select
            customer_id,
            kind,
            'owner',
            coalesce(owner, 'unknown'),
            owner is null
        from
            marts.customers
        union all
        select
            customer_id,
            kind,
            'region',
            coalesce(region, 'unknown'),
            region is null
        from
            marts.customers
    ),
    counts as (
        select
            members.dimension,
            members.member,
            members.is_missing,
            members.kind,
            true as is_wanted,
            true as is_supplied,
            count(*) as customers,
            sum(files.fields_wanted) as fields_wanted,
            sum(files.fields_filled) as fields_filled,
            sum(files.values_given) as values_given,
            sum(files.fields_wrong) as fields_wrong,
            count(
                case
                    when files.fields_filled - files.fields_wrong < files.fields_wanted then 1
                end
            ) as faulty_customers,
            count(files.is_fresh) as judged_customers,
            count(
                case
                    when files.is_fresh then 1
                end
            ) as fresh_customers,
            count(
                case
                    when files.is_poor then 1
                end
            ) as poor_customers
        from
            members
            inner join marts.customer_quality as files on members.customer_id = files.customer_id
        group by
            members.dimension,
            members.member,
            members.is_missing,
            members.kind
        union all
        select
            'field',
            wanted.field,
            false,
            wanted.kind,
            wanted.is_wanted,
            wanted.is_supplied,
            count(files.customer_id),
            case
                when wanted.is_supplied then count(
                    case
                        when fields.is_wanted then 1
                    end
                )
            end,
            case
                when wanted.is_supplied then count(
                    case
                        when fields.is_wanted
                        and fields.is_filled then 1
                    end
                )
            end,
            case
                when wanted.is_supplied then count(
                    case
                        when fields.is_filled then 1
                    end
                )
            end,
            case
                when wanted.is_supplied then count(
                    case
                        when fields.is_wrong then 1
                    end
                )
            end,
            case
                when wanted.is_supplied then count(
                    case
                        when (
                            fields.is_wanted
                            and not fields.is_filled
                        )
                        or fields.is_wrong then 1
                    end
                )
            end,
            null,
            null,
            null
        from
            marts.file_fields as wanted
            inner join marts.customers as customers on wanted.kind = customers.kind
            inner join marts.customer_quality as files on customers.customer_id = files.customer_id
            left join marts.customer_fields as fields on files.customer_id = fields.customer_id
            and wanted.field = fields.field
        group by
            wanted.field,
            wanted.kind,
            wanted.is_wanted,
            wanted.is_supplied
    )
select
    dimension,
    member,
    is_missing,
    kind,
    is_wanted,
    is_supplied,
    customers::integer as customers,
    fields_wanted::bigint as fields_wanted,
    fields_filled::bigint as fields_filled,
    values_given::bigint as values_given,
    fields_wrong::bigint as fields_wrong,
    faulty_customers::integer as faulty_customers,
    judged_customers::integer as judged_customers,
    fresh_customers::integer as fresh_customers,
    poor_customers::integer as poor_customers
from
    counts
