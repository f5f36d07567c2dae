-- One row per figure and dimension of customers: the group that moved the figure most since the last run.
-- columns:
--   title  Name of the dimension
select
    changes.figure,
    changes.dimension,
    dimensions.title,
    changes.group_name,
    changes.group_kind,
    changes.change,
    changes.change_share,
    changes.is_better
from
    marts.figure_changes as changes
    inner join marts.dimensions as dimensions on changes.dimension = dimensions.dimension
where
    changes.change_rank = 1
order by
    changes.position,
    dimensions.position
