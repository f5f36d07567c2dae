-- One row per column of the tables that staging and marts make.
-- columns:
--   schema_name  staging or marts
--   model        Table
--   position     Place in the table, from 1
--   column_name  Column
--   column_type  Type of its values in the warehouse
--   meaning      What it holds
--   unit         Unit of its values
-- format: arrow
select
    schema_name,
    model,
    position,
    column_name,
    column_type,
    meaning,
    unit
from
    run.model_columns
where
    schema_name in ('staging', 'marts')
order by
    schema_name,
    model,
    position
