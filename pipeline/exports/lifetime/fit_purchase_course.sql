-- One row per week: repeat purchases to date, and those that the model expects of new customers.
select
    week_end,
    purchases,
    expected_purchases,
    is_holdout
from
    marts.purchase_course
order by
    week_end
