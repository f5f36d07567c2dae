-- One row per band of age of customer files: days since a file was confirmed or its customer heard from, or else since it
-- was opened. The bands end at quality_age_bands_days and at the freshness limit; the last two hold the older files, and
-- those without any date.
-- key: position
-- columns:
--   position         Place of the band, from 1 for the youngest files
--   from_days        Age from which a file is in the band; NULL for files without a date [days]
--   to_days          Age up to which it is; NULL for the oldest files and those without a date [days]
--   is_fresh         Whether the files of the band are fresh, those without a date are not; NULL where no file has one
--   customers        Customers with a file in the band [customers]
--   customers_share  Share of all customers with a file [0 to 1]
--   poor_customers   Customers of the band whose file is poor [customers]
with
    limits as (
        select
            value::integer as to_days
        from
            run.quality_age_bands_days
        union
        select
            quality_freshness_limit_days
        from
            run.settings
        union all
        select
            null
    ),
    bands as (
        select
            row_number() over (
                order by
                    to_days nulls last
            )::integer as position,
            coalesce(
                lag (to_days) over (
                    order by
                        to_days nulls last
                ) + 1,
                0
            ) as from_days,
            to_days
        from
            limits
        union all
        select
            count(*)::integer + 1,
            null,
            null
        from
            limits
    ),
    counts as (
        select
            bands.position,
            count(files.customer_id) as customers,
            count(
                case
                    when files.is_poor then 1
                end
            ) as poor_customers
        from
            bands
            left join marts.customer_quality as files on (
                files.age_days >= bands.from_days
                and (
                    bands.to_days is null
                    or files.age_days <= bands.to_days
                )
            )
            or (
                files.age_days is null
                and bands.from_days is null
            )
        group by
            bands.position
    ),
    totals as (
        select
            count(*) as customers,
            count(age_days) as dated_customers
        from
            marts.customer_quality
    )
select
    bands.position,
    bands.from_days::integer as from_days,
    bands.to_days::integer as to_days,
    case
        when totals.dated_customers > 0 then coalesce(bands.to_days <= settings.quality_freshness_limit_days, false)
    end as is_fresh,
    counts.customers::integer as customers,
    safe_div(counts.customers, totals.customers) as customers_share,
    counts.poor_customers::integer as poor_customers
from
    bands
    inner join counts on bands.position = counts.position
    cross join totals
    cross join run.settings as settings
where
    totals.customers > 0
