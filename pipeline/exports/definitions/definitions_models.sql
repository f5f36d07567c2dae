-- One row per table that staging and marts make.
-- columns:
--   schema_name  staging or marts
--   model        Table
--   subject      Subject of the mart; empty for staging
--   path         File that makes it
--   grain        What a row is
--   notes        Formulas, their sources, and odd cases
--   body         What computes it: the file below its header
--   body_line    Line of the file in which that begins
--   row_count    Rows in this run [rows]
select
    schema_name,
    model,
    subject,
    path,
    grain,
    notes,
    body,
    body_line,
    row_count::double as row_count
from
    run.models
where
    schema_name in ('staging', 'marts')
order by
    schema_name,
    subject,
    model
