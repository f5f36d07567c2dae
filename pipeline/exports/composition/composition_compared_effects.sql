-- One row per comparison of two calendar periods and effect on revenue; none without order lines in both.
-- columns:
--   position         Order of the comparisons, see comparisons
--   effect_position  Order of the effects within one
select
    comparisons.position,
    changes.comparison,
    changes.position as effect_position,
    changes.effect,
    changes.change::double as change
from
    marts.effect_changes as changes
    inner join marts.comparisons as comparisons on changes.comparison = comparisons.comparison
where
    changes.comparison <> 'window'
order by
    comparisons.position,
    changes.position
