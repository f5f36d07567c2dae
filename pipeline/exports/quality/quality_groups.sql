-- One row per group of customer files: all, and those of one kind, source, owner or region.
select
    dimension,
    member,
    is_missing,
    customers,
    fields_wanted::double as fields_wanted,
    fields_filled::double as fields_filled,
    fields_wrong::double as fields_wrong,
    judged_customers,
    fresh_customers,
    stale_customers,
    faulty_customers,
    poor_customers,
    completeness_rate,
    accuracy_rate,
    freshness_rate,
    score,
    reason,
    missing_points,
    wrong_points,
    stale_points,
    lost_points,
    excess_points,
    is_notable
from
    marts.quality_scores
where
    dimension <> 'field'
order by
    dimension,
    is_missing,
    lost_points desc nulls last,
    member
