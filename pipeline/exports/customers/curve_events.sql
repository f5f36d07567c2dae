-- One row per event that explains the bend of a curve, up to the as-of date, the oldest first.
-- columns:
--   date  Day it happened or began
--   text  What happened
select
    annotation_date as date,
    end_date,
    annotation as text,
    region
from
    marts.annotations
order by
    annotation_date,
    annotation
