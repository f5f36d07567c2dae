-- One row per headline figure of this run or the last one: what it was and is, what moved most first.
select
    figure,
    unit,
    before_date,
    before,
    now,
    change,
    change_rate,
    is_better,
    change_rank
from
    marts.figure_changes
where
    dimension = 'all'
order by
    change_rank nulls last,
    position
