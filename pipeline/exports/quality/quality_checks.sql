-- One row per check of a table or across tables.
-- columns:
--   subject   Table that is checked, or name of the check across tables
--   title     What holds; of a check across tables, what the rows are that it finds
--   severity  error: the run stops; warning: it is shown here
--   path      File that the check stands in
--   line      Line of the file
--   fix       What to do where it finds something; NULL for a check of one table
--   bad_rows  Rows that break it [rows]
--   result    kept or broken
select
    subject,
    title,
    severity,
    path,
    line,
    fix,
    bad_rows::double as bad_rows,
    case
        when bad_rows = 0 then 'kept'
        else 'broken'
    end as result
from
    run.check_results
where
    subject not like 'exports.%'
order by
    bad_rows desc,
    severity,
    subject,
    line,
    title
