-- One row per field of the entities that the project supplies.
-- key: entity, field
-- columns:
--   entity       Entity
--   field        Field of the entity
--   meaning      What the field holds
--   is_mapped    Whether the project maps it
--   filled_rows  Accepted rows that have a value; NULL where it is not mapped [rows]
--   filled_rate  Share of the accepted rows that have a value [0 to 1]
select
    fields.entity,
    fields.field,
    fields.meaning,
    fields.is_mapped,
    case
        when fields.is_mapped then fields.filled_rows
    end as filled_rows,
    case
        when fields.is_mapped then safe_div(fields.filled_rows, entities.row_count)
    end as filled_rate
from
    run.fields as fields
    inner join run.entities as entities on fields.entity = entities.entity
where
    entities.is_supplied
