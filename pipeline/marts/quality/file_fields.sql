-- One row per kind of customer and field that matters in its file.
-- Consumers have the person_fields of the settings; businesses and distributors the business_fields.
-- key: kind, field
-- columns:
--   kind         consumer, business or distributor
--   field        Field of the customer file
--   is_supplied  Whether the project maps the field; one that it never maps is not counted as missing
select
    'consumer' as kind,
    wanted.value as field,
    coalesce(fields.is_mapped, false) as is_supplied
from
    run.quality_person_fields as wanted
    left join run.fields as fields on fields.entity = 'customers'
    and wanted.value = fields.field
union
select
    kinds.kind,
    wanted.value,
    coalesce(fields.is_mapped, false)
from
    run.quality_business_fields as wanted
    cross join (
        values
            ('business'),
            ('distributor')
    ) as kinds (kind)
    left join run.fields as fields on fields.entity = 'customers'
    and wanted.value = fields.field
