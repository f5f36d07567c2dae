-- One row per event that explains the bend of a curve, as people of the company noted it down.
-- key: annotation_date, annotation
-- columns:
--   annotation_date  Day it happened or began
--   end_date         Last day of what lasted; NULL for what lasts still, and for what was of a day
--   annotation       What happened
--   region           Sales region it concerns; NULL for all
select
    annotation_date,
    end_date,
    annotation,
    region
from
    staging.stg_annotations
