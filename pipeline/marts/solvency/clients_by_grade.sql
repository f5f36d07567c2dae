-- One row per grade of solvency.grades, the empty ones too, with the clients that have it and what they owe.
-- Before is the last month end a window before: by the grade known on that day, see client_solvency, and what they owed then.
-- key: grade
-- columns:
--   grade            Grade, or the name for 'not graded'
--   position         Place of the grade, from 1, the best
--   is_watched       Whether a client that owes anything is on the watch list for this grade alone
--   clients          Clients with it [clients]
--   client_share     Share of all clients [0 to 1]
--   exposure         What is at stake with them [reporting currency]
--   exposure_share   Share of all exposure [0 to 1]
--   at_risk          Exposure x weakness [reporting currency]
--   overdue_amount   Owed by them and past its due date [reporting currency]
--   clients_before   Clients with this grade before, of those with a statement known then; NULL where there was none of any client [clients]
--   exposure_before  What those owed then [reporting currency]
--   terms            Terms of payment advised
--   limit_advice     What to do about the credit limit
--   prepayment       Payment asked for in advance
with
    current_totals as (
        select
            grade,
            count(*) as clients,
            sum(exposure) as exposure,
            sum(at_risk) as at_risk,
            sum(overdue_amount) as overdue_amount
        from
            marts.client_solvency
        group by
            grade
    ),
    totals_before as (
        select
            grade_before as grade,
            count(*) as clients,
            sum(exposure_before) as exposure
        from
            marts.client_solvency
        where
            grade_before is not null
        group by
            grade_before
    ),
    all_clients as (
        select
            count(*) as clients,
            count(grade_before) as clients_before,
            sum(exposure) as exposure
        from
            marts.client_solvency
    )
select
    grades.grade,
    grades.position,
    grades.is_watched,
    coalesce(current_totals.clients, 0)::integer as clients,
    safe_div(coalesce(current_totals.clients, 0), all_clients.clients) as client_share,
    case
        when all_clients.exposure is not null then coalesce(current_totals.exposure, 0)
    end::decimal(18, 4) as exposure,
    safe_div(coalesce(current_totals.exposure, 0), all_clients.exposure) as exposure_share,
    case
        when all_clients.exposure is not null then coalesce(current_totals.at_risk, 0)
    end::decimal(18, 4) as at_risk,
    current_totals.overdue_amount::decimal(18, 4) as overdue_amount,
    case
        when all_clients.clients_before > 0 then coalesce(totals_before.clients, 0)
    end::integer as clients_before,
    totals_before.exposure::decimal(18, 4) as exposure_before,
    grades.terms,
    grades.limit as limit_advice,
    grades.prepayment
from
    run.solvency_grades as grades
    cross join all_clients
    left join current_totals on grades.grade = current_totals.grade
    left join totals_before on grades.grade = totals_before.grade
where
    all_clients.clients > 0
