-- One row per step from the grade of the period before to the grade of now that some client took. A client whose latest
-- statement is stale, unbalanced or has too few ratios moves to 'not graded'; who has no statement of the period before
-- comes from 'no statement'.
-- key: prior_grade, grade
-- columns:
--   prior_grade           Grade of the period before, the name for 'not graded', or no statement
--   prior_grade_position  Place of that grade, from 1, the best; NULL for no statement
--   grade                 Grade of now, or the name for 'not graded'
--   grade_position        Place of that grade, from 1, the best
--   movement              better, worse or same; NULL where it is not graded now or was not then
--   clients               Clients that took the step [clients]
--   exposure              What is at stake with them; NULL where it is not known [reporting currency]
select
    coalesce(clients.prior_grade, 'no statement') as prior_grade,
    prior_grades.position::integer as prior_grade_position,
    clients.grade,
    clients.grade_position,
    case sign(clients.grade_change)
        when 1 then 'better'
        when -1 then 'worse'
        when 0 then 'same'
    end as movement,
    count(*)::integer as clients,
    sum(clients.exposure)::decimal(18, 4) as exposure
from
    marts.client_solvency as clients
    left join run.solvency_grades as prior_grades on clients.prior_grade = prior_grades.grade
where
    clients.period_end is not null
group by
    coalesce(clients.prior_grade, 'no statement'),
    prior_grades.position,
    clients.grade,
    clients.grade_position,
    sign(clients.grade_change)
