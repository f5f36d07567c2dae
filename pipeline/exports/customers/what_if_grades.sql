-- One row per credit grade, from the best: from which score on it is given.
-- columns:
--   position    Place of the grade, from 1, the best; the last is for clients that cannot be graded
--   grade       Name of the grade
--   min_score   Least score; NULL for who cannot be graded [0 to 1]
--   weakness    Share of what the client owes that counts as at risk [0 to 1]
--   is_watched  Whether a client that owes anything is on the watch list for its grade alone
--   terms       Terms of payment advised
--   limit       What to do about the credit limit
--   prepayment  Payment asked for in advance
select
    grades.position::integer as position,
    grades.grade,
    grades.min_score::double as min_score,
    grades.weakness::double as weakness,
    grades.is_watched,
    grades.terms,
    grades."limit",
    grades.prepayment
from
    run.solvency_grades as grades
order by
    grades.position
