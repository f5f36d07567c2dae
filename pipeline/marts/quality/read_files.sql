-- One row per input file and entity that it was read as.
-- key: entity, file
-- columns:
--   entity              Entity that the file was read as
--   file                Input file, from the inputs folder
--   rows_read           Rows in the file [rows]
--   rows_accepted       Rows that kept their contract [rows]
--   rows_quarantined    Rows refused, with their reasons in quarantine [rows]
--   rows_repeated       Rows of these that only repeat the key of a row that was kept [rows]
--   rows_lost           Other rows of these: what they say is in no figure [rows]
--   rows_valued         Rows lost of orders or transactions whose amount can be read [rows]
--   amount_lost         Sum of these amounts, at the rate of the day where that can be read, else of the as-of date; NULL without
--                       any [reporting currency]
--   values_quarantined  Values refused in rows that were accepted [values]
--   accepted_rate       Share of the rows that were accepted; NULL for a file without a row [0 to 1]
with
    files as (
        -- One file may be read twice as the same entity, by two sources.
        select
            entity,
            file,
            sum(rows_read)::bigint as rows_read,
            sum(rows_accepted)::bigint as rows_accepted,
            sum(rows_quarantined)::bigint as rows_quarantined,
            sum(values_quarantined)::bigint as values_quarantined
        from
            run.input_files
        group by
            entity,
            file
    ),
    repeated_rows as (
        select
            entity,
            file,
            row_number
        from
            quarantine.rules
        group by
            entity,
            file,
            row_number
        having
            bool_and(rule in ('duplicate_row', 'duplicate_key'))
    ),
    repeats as (
        select
            refused.entity,
            refused.file,
            count(*) as rows_repeated
        from
            quarantine.rows as refused
            inner join repeated_rows on refused.entity = repeated_rows.entity
            and refused.file = repeated_rows.file
            and refused.row_number = repeated_rows.row_number
        group by
            refused.entity,
            refused.file
    ),
    valued as (
        select
            refused.entity,
            refused.file,
            count(*) as rows_valued,
            sum((refused.amount * rates.rate)::decimal(18, 4)) as amount_lost
        from
            quarantine.rows as refused
            cross join run.settings as settings
            inner join staging.stg_exchange_rates as rates on coalesce(refused.currency, settings.reporting_currency) = rates.currency
            and coalesce(refused.day, settings.as_of_date) >= rates.valid_from
            and coalesce(refused.day, settings.as_of_date) < rates.valid_until
            left join repeated_rows on refused.entity = repeated_rows.entity
            and refused.file = repeated_rows.file
            and refused.row_number = repeated_rows.row_number
        where
            refused.amount is not null
            and repeated_rows.row_number is null
        group by
            refused.entity,
            refused.file
    )
select
    files.entity,
    files.file,
    files.rows_read,
    files.rows_accepted,
    files.rows_quarantined,
    coalesce(repeats.rows_repeated, 0) as rows_repeated,
    files.rows_quarantined - coalesce(repeats.rows_repeated, 0) as rows_lost,
    coalesce(valued.rows_valued, 0) as rows_valued,
    valued.amount_lost::decimal(18, 4) as amount_lost,
    files.values_quarantined,
    safe_div(files.rows_accepted, files.rows_read) as accepted_rate
from
    files
    left join repeats on files.entity = repeats.entity
    and files.file = repeats.file
    left join valued on files.entity = valued.entity
    and files.file = valued.file
