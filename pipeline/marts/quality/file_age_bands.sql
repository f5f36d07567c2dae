-- One row per band of the age of customer files. The bands end at quality_age_bands_days and at the freshness limit; the last
-- two are for the older files, and for those without any date.
-- key: position
-- columns:
--   position   Place of the band, from 1 for the youngest files
--   file_age   Name of the band
--   from_days  Age from which a file is in the band; NULL for files without a date [days]
--   to_days    Age up to which it is; NULL for the oldest files and those without a date [days]
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
    dated as (
        select
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
    )
select
    row_number() over (
        order by
            from_days
    )::integer as position,
    case
        when to_days is null then 'over ' || (from_days - 1) || ' days'
        when from_days = 0 then 'up to ' || to_days || ' days'
        else from_days || ' to ' || to_days || ' days'
    end as file_age,
    from_days::integer as from_days,
    to_days::integer as to_days
from
    dated
union all
select
    count(*)::integer + 1,
    'no date at all',
    null,
    null
from
    dated
