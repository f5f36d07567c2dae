-- One row per field of the entities that the project supplies.
select
    entity,
    field,
    meaning,
    is_mapped,
    filled_rows::double as filled_rows,
    filled_rate
from
    marts.mapped_fields
order by
    entity,
    is_mapped desc,
    filled_rate,
    field
