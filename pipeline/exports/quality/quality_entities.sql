-- One row per entity that a project can supply.
-- columns:
--   entity           Entity
--   is_supplied      Whether the project supplies it
--   grain            What a row of it is
--   enables          What supplying it switches on
--   mapped_fields    Fields of it that the project maps
--   fields           Fields it has
--   accepted_rows    Rows that kept their contract; NULL where it is not supplied [rows]
with
    field_counts as (
        select
            entity,
            count(
                case
                    when is_mapped then 1
                end
            ) as mapped_fields,
            count(*) as fields
        from
            run.fields
        group by
            entity
    )
select
    entities.entity,
    entities.is_supplied,
    entities.grain,
    entities.enables,
    case
        when entities.is_supplied then entities.row_count
    end::double as accepted_rows,
    field_counts.mapped_fields::integer as mapped_fields,
    field_counts.fields::integer as fields,
    dates.used_rows::double as used_rows,
    dates.unused_rows::double as unused_rows,
    dates.first_date,
    dates.last_date,
    dates.days_since_last
from
    run.entities as entities
    inner join field_counts on entities.entity = field_counts.entity
    left join marts.entity_dates as dates on entities.entity = dates.entity
order by
    entities.is_supplied desc,
    dates.days_since_last desc nulls last,
    entities.entity
