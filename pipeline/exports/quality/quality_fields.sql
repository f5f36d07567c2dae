-- One row per field of the customer file that matters for any customer.
-- columns:
--   field    Field of the customer file
--   meaning  What the field holds
select
    scores.member as field,
    fields.meaning,
    scores.is_wanted,
    scores.customers,
    scores.fields_filled::double as fields_filled,
    scores.fields_wrong::double as fields_wrong,
    scores.completeness_rate,
    scores.accuracy_rate,
    scores.score,
    scores.reason,
    scores.faulty_customers,
    scores.missing_points,
    scores.wrong_points,
    scores.lost_points
from
    marts.quality_scores as scores
    inner join run.fields as fields on fields.entity = 'customers'
    and scores.member = fields.field
where
    scores.dimension = 'field'
order by
    scores.lost_points desc nulls last,
    scores.member
