-- One row per table of staging or marts and entity that it rests on, straight or through other tables.
-- key: schema_name, model, entity
-- columns:
--   schema_name    staging or marts
--   model          Table
--   entity         Entity that the project supplies
--   rows_accepted  Rows of the entity that kept their contract [rows]
--   last_date      Date of its last event up to the as-of date; NULL for an entity without events
with recursive
    reached as (
        select
            schema_name,
            model,
            reads_schema,
            reads_model
        from
            run.model_references
        union
        select
            reached.schema_name,
            reached.model,
            further.reads_schema,
            further.reads_model
        from
            reached
            inner join run.model_references as further on reached.reads_schema = further.schema_name
            and reached.reads_model = further.model
    )
select
    reached.schema_name,
    reached.model,
    entities.entity,
    entities.row_count::bigint as rows_accepted,
    dates.last_date
from
    reached
    inner join run.entities as entities on reached.reads_schema = 'raw'
    and reached.reads_model = entities.entity
    and entities.is_supplied
    left join marts.entity_dates as dates on entities.entity = dates.entity
where
    reached.schema_name in ('staging', 'marts')
