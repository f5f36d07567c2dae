-- One row per client shown one by one and period: its statement, its grade and Altman's score.
-- columns:
--   period_end      Last day of the period
--   published_date  Date of the publication that counts
--   revenue         Revenue of the period [statement currency]
--   score           Weighted mean of the bands; NULL where not graded [0 to 1]
--   grade           Grade of the statement, or the name for 'not graded'
--   grade_position  Place of the grade among the grades: 1 is the best, the last is 'not graded'
--   grade_change    Grades better (or worse, negative) than in the period before; NULL where one is not graded [grades]
--   reasons         What led to the grade, the worst first, or why there is none
--   altman_model    Z' or Z'', by solvency.altman_model and the client's industry
--   altman_score    Altman's score; NULL where a part is absent
--   altman_zone     safe, grey or distress
select
    solvency.watch_rank,
    customers.label,
    statements.period_end,
    statements.published_date,
    statements.publications,
    statements.period_months,
    statements.currency,
    statements.is_stale,
    statements.balance,
    statements.balance_gap_share,
    statements.age_months,
    statements.total_assets::double as total_assets,
    statements.equity::double as equity,
    statements.revenue::double as revenue,
    statements.net_income::double as net_income,
    grades.score,
    grades.grade,
    grades.grade_position,
    grades.grade_change,
    grades.reasons,
    altman.model as altman_model,
    altman.score as altman_score,
    altman.zone as altman_zone
from
    marts.statements as statements
    inner join marts.statement_grades as grades on statements.customer_id = grades.customer_id
    and statements.period_end = grades.period_end
    inner join marts.altman_scores as altman on statements.customer_id = altman.customer_id
    and statements.period_end = altman.period_end
    inner join marts.client_solvency as solvency on statements.customer_id = solvency.customer_id
    inner join marts.customers as customers on statements.customer_id = customers.customer_id
    cross join run.settings as settings
where
    solvency.watch_rank <= settings.solvency_profile_customers
order by
    solvency.watch_rank,
    statements.period_end
