-- One row per kind of customer and field that matters in its file, or is checked in it.
-- Consumers have the person_fields of the settings; businesses and distributors the business_fields. The dates on which a
-- file was opened and confirmed need not be filled, for freshness judges that, but those that are must be right.
-- key: kind, field
-- columns:
--   kind         consumer, business or distributor
--   field        Field of the customer file
--   is_wanted    Whether the field matters, so that an empty one is missing; else it is only checked
--   is_supplied  Whether the project maps the field; one that it never maps is not counted as missing
select
    'consumer' as kind,
    wanted.value as field,
    true as is_wanted,
    coalesce(fields.is_mapped, false) as is_supplied
from
    run.quality_person_fields as wanted
    left join run.fields as fields on fields.entity = 'customers'
    and wanted.value = fields.field
union
select
    kinds.kind,
    wanted.value,
    true,
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
union all
select
    kinds.kind,
    fields.field,
    false,
    true
from
    run.fields as fields
    cross join (
        values
            ('consumer'),
            ('business'),
            ('distributor')
    ) as kinds (kind)
where
    fields.entity = 'customers'
    and fields.field in ('created_date', 'confirmed_date')
    and fields.is_mapped
