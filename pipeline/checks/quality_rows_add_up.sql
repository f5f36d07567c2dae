-- Bad rows: input files whose accepted and refused rows are not all the rows that were read
-- severity: error
-- fix: a row was lost on reading, which is a fault of pipeline/sources: report it with the file
with
    refused as (
        select
            entity,
            file,
            count(*) as refused_rows
        from
            quarantine.rows
        group by
            entity,
            file
    ),
    files as (
        -- One file may be read twice as the same entity, by two sources.
        select
            entity,
            file,
            sum(rows_read) as rows_read,
            sum(rows_accepted) as rows_accepted,
            sum(rows_quarantined) as rows_quarantined
        from
            run.input_files
        group by
            entity,
            file
    )
select
    files.entity,
    files.file,
    files.rows_read,
    files.rows_accepted,
    files.rows_quarantined,
    coalesce(refused.refused_rows, 0) as rows_in_quarantine
from
    files
    left join refused on files.entity = refused.entity
    and files.file = refused.file
where
    (files.rows_read = files.rows_accepted + files.rows_quarantined) is not true
    or (files.rows_quarantined = coalesce(refused.refused_rows, 0)) is not true
union all
select
    entities.entity,
    '(all files)',
    null,
    sum(files.rows_accepted),
    null,
    null
from
    run.entities as entities
    left join files on entities.entity = files.entity
group by
    entities.entity,
    entities.row_count
    -- Equal rows may be one, where the source says that keys repeat.
having
    (entities.row_count <= coalesce(sum(files.rows_accepted), 0)) is not true
