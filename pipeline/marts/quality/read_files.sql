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
    )
select
    files.entity,
    files.file,
    files.rows_read,
    files.rows_accepted,
    files.rows_quarantined,
    coalesce(repeats.rows_repeated, 0) as rows_repeated,
    files.rows_quarantined - coalesce(repeats.rows_repeated, 0) as rows_lost,
    files.values_quarantined,
    safe_div(files.rows_accepted, files.rows_read) as accepted_rate
from
    files
    left join repeats on files.entity = repeats.entity
    and files.file = repeats.file
