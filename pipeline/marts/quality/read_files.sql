-- One row per input file and entity that it was read as.
-- key: entity, file
-- columns:
--   entity              Entity that the file was read as
--   file                Input file, from the inputs folder
--   rows_read           Rows in the file [rows]
--   rows_accepted       Rows that kept their contract [rows]
--   rows_quarantined    Rows refused, with their reasons in quarantine [rows]
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
    )
select
    entity,
    file,
    rows_read,
    rows_accepted,
    rows_quarantined,
    values_quarantined,
    safe_div(rows_accepted, rows_read) as accepted_rate
from
    files
