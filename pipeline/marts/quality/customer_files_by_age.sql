-- One row per band of age of customer files, see file_age_bands: days since a file was confirmed or its customer heard from,
-- or else since it was opened.
-- key: position
-- columns:
--   position         Place of the band, from 1 for the youngest files
--   file_age         Name of the band
--   from_days        Age from which a file is in the band; NULL for files without a date [days]
--   to_days          Age up to which it is; NULL for the oldest files and those without a date [days]
--   is_fresh         Whether the files of the band are fresh, those without a date are not; NULL where no file has one
--   customers        Customers with a file in the band [customers]
--   customers_share  Share of all customers with a file [0 to 1]
--   poor_customers   Customers of the band whose file is poor [customers]
with
    counts as (
        select
            file_age,
            count(*) as customers,
            count(
                case
                    when is_poor then 1
                end
            ) as poor_customers
        from
            marts.customer_quality
        group by
            file_age
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
    bands.file_age,
    bands.from_days,
    bands.to_days,
    case
        when totals.dated_customers > 0 then coalesce(bands.to_days <= settings.quality_freshness_limit_days, false)
    end as is_fresh,
    coalesce(counts.customers, 0)::integer as customers,
    safe_div(coalesce(counts.customers, 0), totals.customers) as customers_share,
    coalesce(counts.poor_customers, 0)::integer as poor_customers
from
    marts.file_age_bands as bands
    left join counts on bands.file_age = counts.file_age
    cross join totals
    cross join run.settings as settings
where
    totals.customers > 0
