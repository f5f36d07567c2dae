-- One row per standard that the company has set itself, with what is wrong with it where anything is.
-- A standard holds from its first day until the next one of its measure begins. What is wrong is said of it; such a standard
-- is not used, and pipeline/checks/service_standards_unusable.sql stops the run.
-- key: place
-- columns:
--   place        File and line of the standard
--   measure      Measure it is for
--   standard     Value to keep, in the unit of the measure
--   valid_from   First day that it holds; NULL for always
--   valid_until  Last day that it holds; NULL where none follows
--   is_current   Whether it can be used and holds on the as-of date
--   problem      What is wrong with it; NULL where nothing is
-- checks:
--   a measure has one standard at a time: (select count(*) = count(distinct measure) from marts.service_standards where is_current)
with
    names as (
        select
            string_agg(
                measure,
                ', '
                order by
                    position
            ) as known_measures
        from
            marts.service_measures
    ),
    read as (
        select
            standards.*,
            measures.unit,
            count(*) over (
                partition by
                    standards.measure,
                    standards.valid_from
            ) as times,
            lead (standards.valid_from) over (
                partition by
                    standards.measure
                order by
                    standards.valid_from nulls first,
                    standards.place
            ) as next_from
        from
            staging.stg_service_standards as standards
            left join marts.service_measures as measures on standards.measure = measures.measure
    ),
    judged as (
        select
            read.*,
            case
                when read.unit is null then read.measure || ' is no measure of service: write one of ' || names.known_measures
                when read.unit = 'share'
                and read.standard not between 0 and 1 then 'The standard of ' || read.measure || ' is a share from 0 to 1: ' || format('{:g}', read.standard::double) || ' is none'
                when read.standard < 0 then 'The standard of ' || read.measure || ' is less than nothing'
                when read.times > 1 then read.measure || ' has ' || read.times || ' standards ' || coalesce('from ' || read.valid_from, 'without a first day')
            end as problem
        from
            read
            cross join names
    )
select
    judged.place,
    judged.measure,
    judged.standard::double as standard,
    judged.valid_from,
    (judged.next_from - 1)::date as valid_until,
    judged.problem is null
    and coalesce(judged.valid_from <= settings.as_of_date, true)
    and coalesce(judged.next_from > settings.as_of_date, true) as is_current,
    judged.problem
from
    judged
    cross join run.settings as settings
