-- One row per table of staging or marts and entity that it rests on.
-- format: arrow
select
    schema_name,
    model,
    entity,
    rows_accepted::double as rows_accepted,
    last_date
from
    marts.model_inputs
order by
    schema_name,
    model,
    entity
