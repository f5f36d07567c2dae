-- Bad rows: standards of service that cannot be used: of a measure that is not computed, outside of its scale, or given twice
-- severity: error
-- fix: mend the line of the lookup; show service_measures lists the measures with their units
select
    problem,
    place
from
    marts.service_standards
where
    problem is not null
