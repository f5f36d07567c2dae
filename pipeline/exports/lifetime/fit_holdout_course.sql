-- One row per week of the hold-out, and its beginning: purchases since the split date, and those that the model expected.
select
    week_end,
    purchases,
    expected_purchases
from
    marts.holdout_course
order by
    week_end
