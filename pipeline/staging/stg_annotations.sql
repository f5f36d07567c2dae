-- One row per event that bends a curve, known by the as-of date. What lasts beyond that date has no end yet.
-- key: annotation_date, annotation
-- columns:
--   annotation_date  Day it happened or began
--   end_date         Last day of what lasted, up to the as-of date
--   annotation       What happened
--   region           Sales region it concerns; NULL for all
select
    annotations.date as annotation_date,
    case
        when annotations.end_date <= settings.as_of_date then annotations.end_date
    end as end_date,
    annotations.text as annotation,
    annotations.region
from
    raw.annotations as annotations
    cross join run.settings as settings
where
    annotations.date <= settings.as_of_date
