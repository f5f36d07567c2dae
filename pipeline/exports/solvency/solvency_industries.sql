-- One row per industry and ratio, and one for all industries together: quartiles and bands of the latest statements.
-- columns:
--   is_weighted  Whether the ratio counts in the grade
select
    totals.industry,
    totals.position,
    totals.ratio,
    totals.subject,
    totals.formula,
    totals.unit,
    totals.better,
    ratios.weight > 0 as is_weighted,
    totals.clients,
    totals.lower_quartile,
    totals.median,
    totals.upper_quartile,
    totals.strong,
    totals.adequate,
    totals.weak,
    totals.critical,
    totals.weak_share,
    totals.critical_share
from
    marts.industry_ratios as totals
    inner join run.solvency_ratios as ratios on totals.ratio = ratios.ratio
order by
    totals.industry,
    totals.position
