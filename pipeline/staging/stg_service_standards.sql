-- One row per standard as it was written down. A measure may be written as people write it: "On time rate" is on_time_rate.
-- key: place
-- columns:
--   place       File and line of the standard
--   measure     Measure it is for
--   standard    Value to keep, in the unit of the measure
--   valid_from  First day that it holds; NULL for always
select
    source_file || ':' || source_row as place,
    regexp_replace(lower(trim(measure)), '[^a-z0-9]+', '_', 'g') as measure,
    standard,
    valid_from
from
    raw.service_standards
