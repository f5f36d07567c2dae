-- One row per client that we give credit to: whoever has a statement or was ever billed, and every business or
-- distributor, and whoever is on hold, where the project has either. What it owes, how far it can be trusted to pay, what to do.
-- Exposure is what is open, credit taken off; in a project without invoices it is the credit limit. Weakness is that of
-- the grade, or the share of what is owed that is seriously overdue if that is more; a statement that cannot be graded makes
-- nobody sounder than its last grade did. Exposure x weakness is at risk and ranks the watch list. The advice is that of
-- the grade, or of the first grade as weak as that share or last grade; on hold no limit is granted whatever the grade. A
-- stale statement grades nobody.
-- On the watch list is whose grade is watched and who owes anything (or limits are not known), who is seriously overdue,
-- who is over its limit or owes anything with a limit of 0, whose credit is on hold and who still owes or orders, and who
-- owes much but cannot be graded.
-- Before is the last month end a window before the as-of date. The grade of that day is that of the latest statement
-- published by then, if it was not stale then. One restated since does not count, for only the restated figures are
-- graded: the client then has the grade of the period before it.
-- key: customer_id
-- columns:
--   customer_id          Client
--   statement            State of its latest statement: graded, stale, unbalanced, too few ratios, none
--   period_end           Last day of the latest statement's period
--   published_date       Date of its publication
--   balance              Whether its balance sheet adds up, stale or not: balanced, unbalanced or not checked
--   age_months           Full months from the end of the period to the as-of date [months]
--   is_restated          Whether the statement replaced an earlier one for the same period
--   grade                Grade, or the name for 'not graded'
--   grade_position       Place of the grade among the grades, from 1, the best
--   score                Score of the statement; NULL where it is not graded [0 to 1]
--   reasons              What led to the grade, or why there is none
--   prior_grade          Grade of the period before; NULL where there is no statement of it
--   grade_change         Grades better (or worse, negative) than in the period before [grades]
--   before_date          Day that before is
--   grade_before         Grade known on that day, or the name for 'not graded'; NULL where no statement was known
--   altman_model         Z' or Z'', by which that score is computed
--   altman_score         Altman's score of the latest statement
--   altman_zone          safe, grey or distress; NULL without a score or where the statement is stale or unbalanced
--   exposure             What is at stake; NULL where neither invoices nor a limit are known [reporting currency]
--   exposure_basis       open receivables or credit limit
--   exposure_share       Share of all exposure [0 to 1]
--   exposure_before      Open on the day before, credit taken off; NULL where it is not known [reporting currency]
--   overdue_amount       Owed and past its due date [reporting currency]
--   overdue_share        Share of what is owed that is overdue [0 to 1]
--   oldest_days_overdue  Days the oldest invoice is overdue; 0 where nothing is [days]
--   limit_use            Open amount as a share of the credit limit
--   limit_reason         Why there is no such share; NULL for who was never billed
--   due_invoices         Invoices that fell due in the current window [invoices]
--   due_days_late        Mean days late over those, of open ones so far; negative for early [days]
--   least_weakness       What of it counts whatever the grade: the share that is seriously overdue, or the weakness of its last
--                        grade where its statement since cannot be graded; the larger, 0 without either [0 to 1]
--   weakness             Share of the exposure that counts as at risk [0 to 1]
--   at_risk              Exposure x weakness [reporting currency]
--   terms                Terms of payment advised
--   limit_advice         What to do about the credit limit
--   prepayment           Payment asked for in advance
--   credit_stop          Why it should get no further credit: on hold, a limit of 0, over its limit, or terms of the worst grade
--   orders_on            Whether it is on the watch list, should get no further credit, and yet ordered in the last solvency.recent_order_days
--   is_doubtful          Whether it pays as late as a watched grade although its own is not watched: a sound client that does
--                        not pay may dispute the invoice, which should be asked before the advice is followed
--   watch_rank           Place on the watch list, by what is at risk; NULL for who is not on it
--   watch_reason         Why it is on the watch list
--   listed_risk_share    Share of all that is at risk on the watch list that it and those before it hold [0 to 1]
-- checks:
--   who is on the watch list has a reason: (watch_rank is null) = (watch_reason is null)
--   a grade needs a graded statement: (statement = 'graded') = (score is not null)
--   who orders on is on the watch list: not orders_on or (watch_rank is not null and credit_stop is not null)
with
    billed as (
        select
            count(*) > 0 as has_invoices
        from
            marts.receivables_by_customer
    ),
    stated as (
        select
            count(*) > 0 as has_statements
        from
            marts.statements
    ),
    days as (
        select
            last_day((as_of_date - analysis_window_days + 1 - to_months(1))::date) as before_date,
            solvency_stale_after_months as stale_after_months
        from
            run.settings
    ),
    known_before as (
        select
            statements.customer_id,
            case
                when statements.period_end < days.before_date - to_months(days.stale_after_months) then ungraded.grade
                else grades.grade
            end as grade
        from
            marts.statements as statements
            cross join days
            inner join marts.statement_grades as grades on statements.customer_id = grades.customer_id
            and statements.period_end = grades.period_end
            inner join run.solvency_grades as ungraded on ungraded.min_score is null
        where
            statements.published_date <= days.before_date
        qualify
            row_number() over (
                partition by
                    statements.customer_id
                order by
                    statements.period_end desc
            ) = 1
    ),
    latest as (
        select
            statements.customer_id,
            statements.period_end,
            statements.published_date,
            statements.balance,
            statements.age_months,
            statements.is_restated,
            grades.score,
            grades.grade,
            grades.reasons,
            grades.prior_grade,
            grades.grade_change,
            case
                when statements.is_stale then grades.grade
                else grades.prior_grade
            end as last_grade,
            altman.model as altman_model,
            altman.score as altman_score,
            case
                when not statements.is_stale
                and statements.balance <> 'unbalanced' then altman.zone
            end as altman_zone,
            case
                when statements.is_stale then 'stale'
                when statements.balance = 'unbalanced' then 'unbalanced'
                when not grades.is_graded then 'too few ratios'
                else 'graded'
            end as statement
        from
            marts.statements as statements
            inner join marts.statement_grades as grades on statements.customer_id = grades.customer_id
            and statements.period_end = grades.period_end
            inner join marts.altman_scores as altman on statements.customer_id = altman.customer_id
            and statements.period_end = altman.period_end
        where
            statements.is_latest
    ),
    clients as (
        select
            customers.customer_id,
            coalesce(latest.statement, 'none') as statement,
            latest.period_end,
            latest.published_date,
            latest.balance,
            latest.age_months,
            latest.is_restated,
            case
                when latest.statement = 'graded' then latest.grade
            end as grade,
            case
                when latest.statement = 'graded' then latest.score
            end as score,
            case
                when latest.statement is null then 'no statement'
                when latest.statement = 'stale' then 'the last statement is ' || latest.age_months || ' months old' || case
                    when latest.score is not null then '; its grade was ' || latest.grade
                    else ''
                end
                else latest.reasons
            end as reasons,
            latest.prior_grade,
            case
                when latest.statement = 'graded' then latest.grade_change
            end as grade_change,
            case
                when latest.statement <> 'graded' then latest.last_grade
            end as last_grade,
            days.before_date,
            known_before.grade as grade_before,
            latest.altman_model,
            latest.altman_score,
            latest.altman_zone,
            case
                when billed.has_invoices then coalesce(greatest(receivables.open_amount, 0), 0)
                else files.credit_limit
            end::decimal(18, 4) as exposure,
            case
                when billed.has_invoices then 'open receivables'
                when files.credit_limit is not null then 'credit limit'
            end as exposure_basis,
            case
                when receivables.open_before is not null then greatest(receivables.open_before, 0)
            end::decimal(18, 4) as exposure_before,
            receivables.overdue_amount,
            receivables.overdue_share,
            receivables.serious_share,
            receivables.oldest_days_overdue,
            receivables.limit_use,
            receivables.limit_reason,
            receivables.due_invoices,
            receivables.due_days_late,
            coalesce(receivables.open_amount, 0) > 0 as is_owing,
            coalesce(files.credit_status = 'hold', false) as is_on_hold,
            coalesce(files.credit_limit <= 0, false) as has_limit_of_zero,
            customers.recency_days
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            cross join billed
            cross join stated
            cross join days
            left join latest on customers.customer_id = latest.customer_id
            left join known_before on customers.customer_id = known_before.customer_id
            left join marts.receivables_by_customer as receivables on customers.customer_id = receivables.customer_id
        where
            latest.customer_id is not null
            or receivables.customer_id is not null
            or (
                (
                    customers.kind <> 'consumer'
                    or files.credit_status = 'hold'
                )
                and (
                    billed.has_invoices
                    or stated.has_statements
                )
            )
    ),
    weighed as (
        select
            clients.*,
            grades.grade as shown_grade,
            grades.position as grade_position,
            grades.is_watched,
            greatest(coalesce(clients.serious_share, 0), coalesce(last_grades.weakness, 0))::double as least_weakness,
            greatest(grades.weakness, least_weakness)::double as weakness,
            case
                when least_weakness > grades.weakness then least_weakness
            end as weak_as,
            safe_div(clients.exposure, sum(clients.exposure) over ()) as exposure_share
        from
            clients
            inner join run.solvency_grades as grades on clients.grade = grades.grade
            or (
                clients.grade is null
                and grades.min_score is null
            )
            left join run.solvency_grades as last_grades on clients.last_grade = last_grades.grade
            and last_grades.min_score is not null
    ),
    advised as (
        select
            weighed.customer_id,
            min(grades.position) as advice_position
        from
            weighed
            inner join run.solvency_grades as grades on (
                weighed.weak_as is null
                and grades.position = weighed.grade_position
            )
            or (
                grades.min_score is not null
                and grades.weakness >= weighed.weak_as
            )
        group by
            weighed.customer_id
    ),
    watched as (
        select
            weighed.*,
            advised.advice_position,
            coalesce(weighed.recency_days <= settings.solvency_recent_order_days, false) as is_ordering,
            (weighed.exposure * weighed.weakness)::decimal(18, 4) as at_risk,
            nullif(
                concat_ws(
                    '; ',
                    case
                        when not weighed.is_on_hold then null
                        when weighed.is_owing
                        and is_ordering then 'on hold, but still owes and orders'
                        when weighed.is_owing then 'on hold, but still owes'
                        when is_ordering then 'on hold, but still orders'
                    end,
                    case
                        when weighed.is_watched
                        and coalesce(weighed.exposure, 1) > 0 then 'grade ' || weighed.shown_grade
                    end,
                    case
                        when weighed.oldest_days_overdue > settings.solvency_serious_overdue_days then 'overdue by ' || weighed.oldest_days_overdue || ' days'
                    end,
                    case
                        when weighed.is_owing
                        and weighed.has_limit_of_zero then 'owes ' || settings.reporting_currency || ' ' || format('{:,.0f}', weighed.exposure::double) || ' without a credit limit: its limit is 0'
                        when weighed.limit_use > settings.solvency_watch_limit_use then printf('%.0f %% of its credit limit used', 100 * weighed.limit_use)
                    end,
                    case
                        when weighed.score is null
                        and weighed.exposure_share >= settings.solvency_watch_exposure_share then printf('%.1f %% of all exposure, ', 100 * weighed.exposure_share) || case weighed.statement
                            when 'none' then 'no statement'
                            when 'too few ratios' then 'too few ratios to grade'
                            else weighed.statement || ' statement'
                        end
                    end
                ),
                ''
            ) as watch_reason
        from
            weighed
            cross join run.settings as settings
            inner join advised on weighed.customer_id = advised.customer_id
    )
select
    watched.customer_id,
    watched.statement,
    watched.period_end,
    watched.published_date,
    watched.balance,
    watched.age_months,
    watched.is_restated,
    watched.shown_grade as grade,
    watched.grade_position::integer as grade_position,
    watched.score,
    watched.reasons,
    watched.prior_grade,
    watched.grade_change,
    watched.before_date,
    watched.grade_before,
    watched.altman_model,
    watched.altman_score,
    watched.altman_zone,
    watched.exposure,
    watched.exposure_basis,
    watched.exposure_share,
    watched.exposure_before,
    watched.overdue_amount,
    watched.overdue_share,
    watched.oldest_days_overdue,
    watched.limit_use,
    watched.limit_reason,
    watched.due_invoices,
    watched.due_days_late,
    watched.least_weakness,
    watched.weakness,
    watched.at_risk,
    advice.terms,
    case
        when watched.is_on_hold then settings.solvency_hold_advice
        else advice.limit
    end as limit_advice,
    advice.prepayment,
    case
        when watched.is_on_hold then 'on hold'
        when watched.has_limit_of_zero then 'a limit of 0'
        when watched.limit_use > settings.solvency_watch_limit_use then 'over its limit'
        when advice.weakness = 1 then 'terms of the worst grade'
    end as credit_stop,
    watched.watch_reason is not null
    and credit_stop is not null
    and watched.is_ordering as orders_on,
    coalesce(
        watched.score is not null
        and not watched.is_watched
        and advice.is_watched,
        false
    ) as is_doubtful,
    case
        when watched.watch_reason is not null then row_number() over ranking
    end::integer as watch_rank,
    watched.watch_reason,
    case
        when watched.watch_reason is not null then safe_div(
            sum(watched.at_risk) over (ranking rows unbounded preceding),
            sum(watched.at_risk) over (
                partition by
                    watched.watch_reason is not null
            )
        )
    end as listed_risk_share
from
    watched
    cross join run.settings as settings
    inner join run.solvency_grades as advice on watched.advice_position = advice.position
window
    ranking as (
        partition by
            watched.watch_reason is not null
        order by
            watched.at_risk desc nulls last,
            watched.weakness desc,
            watched.score nulls last,
            watched.customer_id
    )
