-- One row per client that we give credit to: what its grade and what is at risk follow from, so that other grades can be
-- tried on it: the score, the best grade that the caps of its latest statement allow, what it owes and how late it pays.
-- The grade is that of the score, but no better than the cap; whoever has no score is not graded. At risk is the exposure
-- by the weakness of the grade, or by what counts whatever the grade if that is more. See statement_grades.
-- key: customer_id
-- columns:
--   customer_id     Client
--   score           Score that the grade is cut from; NULL where it is not graded [0 to 1]
--   cap_position    Place of the best grade that the caps and Altman's distress zone allow; NULL without a limit, or a score
--   grade_position  Place of the grade, from 1, the best; the last is 'not graded'
--   least_weakness  What counts whatever the grade, see client_solvency [0 to 1]
--   exposure        What is at stake; NULL where it is not known [reporting currency]
--   at_risk         Exposure x weakness [reporting currency]
-- checks:
--   the grade follows from score and cap: grade_position = case when score is null then (select max(position) from run.solvency_grades)
--     else greatest((select min(position) from run.solvency_grades as grades where this.score >= grades.min_score), coalesce(cap_position, 1)) end
--   what is at risk follows from the grade: exposure is null or at_risk = (exposure * greatest((select weakness from
--     run.solvency_grades as grades where grades.position = this.grade_position), least_weakness)::double)::decimal(18, 4)
select
    clients.customer_id,
    clients.score,
    case
        when clients.score is not null then grades.cap_position
    end as cap_position,
    clients.grade_position,
    clients.least_weakness,
    clients.exposure,
    clients.at_risk
from
    marts.client_solvency as clients
    left join marts.statement_grades as grades on clients.customer_id = grades.customer_id
    and clients.period_end = grades.period_end
