-- One row per comparison of two calendar periods and driver of the change in revenue.
-- columns:
--   position         Order of the comparisons, see comparisons
--   driver_position  Order of the drivers within one
select
    comparisons.position,
    changes.comparison,
    changes.position as driver_position,
    changes.driver,
    changes.customers,
    changes.change::double as change
from
    marts.driver_changes as changes
    inner join marts.comparisons as comparisons on changes.comparison = comparisons.comparison
where
    changes.comparison <> 'window'
order by
    comparisons.position,
    changes.position
