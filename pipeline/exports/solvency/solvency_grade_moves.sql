-- One row per step from the grade of the period before to the grade of now that some client took.
select
    prior_grade,
    prior_grade_position,
    grade,
    grade_position,
    movement,
    clients,
    exposure::double as exposure
from
    marts.grade_moves
order by
    prior_grade_position nulls last,
    prior_grade,
    grade_position
