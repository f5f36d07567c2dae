-- One row per project: the headline figures of solvency and receivables; none without statements and invoices.
-- Weak is a grade that is watched (D and E by default). Before is the last month end a window before: clients by the grade
-- known on that day, see client_solvency, what they owed then, and receivables as they stood then. Improved and worsened
-- go by the period before instead, whenever that was. Figures of statements are NULL in a project without any, those of
-- receivables in one without invoices.
-- key: none
-- columns:
--   clients                     Clients that we give credit to [clients]
--   clients_with_statement      Clients with a statement [clients]
--   clients_graded              Clients with a grade [clients]
--   graded_share                Share of all clients that have a grade [0 to 1]
--   clients_stale               Clients whose latest statement is stale [clients]
--   clients_unbalanced          Clients whose latest statement does not balance, the stale ones among them [clients]
--   clients_improved            Clients graded better than in the period before [clients]
--   clients_worsened            Clients graded worse than in the period before [clients]
--   statements                  Statements that count: clients x periods [statements]
--   statements_restated         Statements that replaced an earlier publication [statements]
--   statements_unbalanced       Statements that do not balance, of all periods [statements]
--   scored_as_manufacturers     Clients whose latest score of Altman that counts is Z' [clients]
--   scored_as_others            Clients whose latest score of Altman that counts is Z'' [clients]
--   weak_clients                Clients with a weak grade [clients]
--   clients_known_before        Clients of whom a statement was known before, graded or not [clients]
--   weak_clients_before         Clients with a weak grade before; NULL where no statement was known then [clients]
--   exposure                    What is at stake with all clients [reporting currency]
--   weak_exposure               What is at stake with weak clients [reporting currency]
--   weak_exposure_share         Share of all exposure that is with weak clients [0 to 1]
--   weak_exposure_before        What clients with a weak grade before owed then; NULL where no statement was known then [reporting currency]
--   weak_exposure_change        What weak clients owe less what the weak ones before owed then [reporting currency]
--   weak_exposure_share_before  Share of all that was open then [0 to 1]
--   ungraded_exposure           What is at stake with clients that cannot be graded [reporting currency]
--   ungraded_exposure_share     Share of all exposure that is with clients that cannot be graded [0 to 1]
--   at_risk                     Exposure x weakness over all clients [reporting currency]
--   watched_clients             Clients on the watch list [clients]
--   watched_exposure            What is at stake with them [reporting currency]
--   watched_at_risk             Exposure x weakness over them [reporting currency]
--   clients_ordering_on         Clients of the watch list that should get no further credit and yet still order [clients]
--   owed_amount                 Owed on invoices [reporting currency]
--   open_amount                 Open: owed less credit [reporting currency]
--   overdue_amount              Owed and past its due date [reporting currency]
--   overdue_share               Share of what is owed that is overdue [0 to 1]
--   dso_days                    Days sales outstanding [days]
--   open_amount_before          Open before [reporting currency]
--   overdue_share_before        Share of what was owed that was overdue before [0 to 1]
--   dso_days_before             Days sales outstanding before [days]
--   open_amount_change          Open less what was open before [reporting currency]
--   overdue_share_change        Share that is overdue less that before
--   dso_change_days             Days sales outstanding less those before [days]
--   before_date                 Day that before is
with
    clients as (
        select
            count(*) as clients,
            count(clients.period_end) as with_statement,
            count(clients.score) as graded,
            count(
                case
                    when clients.statement = 'stale' then 1
                end
            ) as stale,
            count(
                case
                    when clients.balance = 'unbalanced' then 1
                end
            ) as unbalanced,
            count(
                case
                    when clients.altman_zone is not null
                    and clients.altman_model = 'Z''' then 1
                end
            ) as scored_as_manufacturers,
            count(
                case
                    when clients.altman_zone is not null
                    and clients.altman_model = 'Z''''' then 1
                end
            ) as scored_as_others,
            count(
                case
                    when clients.grade_change > 0 then 1
                end
            ) as improved,
            count(
                case
                    when clients.grade_change < 0 then 1
                end
            ) as worsened,
            count(
                case
                    when grades.is_watched then 1
                end
            ) as weak,
            count(clients.grade_before) as known_before,
            case
                when count(clients.grade_before) > 0 then count(
                    case
                        when grades_before.is_watched then 1
                    end
                )
            end as weak_before,
            sum(clients.exposure) as exposure,
            sum(clients.exposure * grades.is_watched::integer) as weak_exposure,
            sum(clients.exposure * (clients.score is null)::integer) as ungraded_exposure,
            sum(clients.exposure_before) as exposure_before,
            case
                when count(clients.grade_before) > 0 then sum(clients.exposure_before * coalesce(grades_before.is_watched, false)::integer)
            end as weak_exposure_before,
            sum(clients.at_risk) as at_risk,
            count(clients.watch_rank) as watched,
            sum(clients.exposure * (clients.watch_rank is not null)::integer) as watched_exposure,
            sum(clients.at_risk * (clients.watch_rank is not null)::integer) as watched_at_risk,
            count(
                case
                    when clients.orders_on then 1
                end
            ) as ordering_on,
            max(clients.before_date) as before_date
        from
            marts.client_solvency as clients
            inner join run.solvency_grades as grades on clients.grade = grades.grade
            left join run.solvency_grades as grades_before on clients.grade_before = grades_before.grade
    ),
    statements as (
        select
            count(*) as statements,
            count(
                case
                    when is_restated then 1
                end
            ) as restated,
            count(
                case
                    when balance = 'unbalanced' then 1
                end
            ) as unbalanced
        from
            marts.statements
    ),
    receivables_now as (
        select
            *
        from
            marts.receivables_by_month
        qualify
            row_number() over (
                order by
                    month_end desc
            ) = 1
    )
select
    clients.clients::integer as clients,
    case
        when statements.statements > 0 then clients.with_statement
    end::integer as clients_with_statement,
    case
        when statements.statements > 0 then clients.graded
    end::integer as clients_graded,
    case
        when statements.statements > 0 then safe_div(clients.graded, clients.clients)
    end as graded_share,
    case
        when statements.statements > 0 then clients.stale
    end::integer as clients_stale,
    case
        when statements.statements > 0 then clients.unbalanced
    end::integer as clients_unbalanced,
    case
        when statements.statements > 0 then clients.improved
    end::integer as clients_improved,
    case
        when statements.statements > 0 then clients.worsened
    end::integer as clients_worsened,
    nullif(statements.statements, 0)::integer as statements,
    case
        when statements.statements > 0 then statements.restated
    end::integer as statements_restated,
    case
        when statements.statements > 0 then statements.unbalanced
    end::integer as statements_unbalanced,
    case
        when statements.statements > 0 then clients.scored_as_manufacturers
    end::integer as scored_as_manufacturers,
    case
        when statements.statements > 0 then clients.scored_as_others
    end::integer as scored_as_others,
    case
        when statements.statements > 0 then clients.weak
    end::integer as weak_clients,
    case
        when statements.statements > 0 then clients.known_before
    end::integer as clients_known_before,
    case
        when statements.statements > 0 then clients.weak_before
    end::integer as weak_clients_before,
    clients.exposure::decimal(18, 4) as exposure,
    case
        when statements.statements > 0 then clients.weak_exposure
    end::decimal(18, 4) as weak_exposure,
    case
        when statements.statements > 0 then safe_div(clients.weak_exposure, clients.exposure)
    end as weak_exposure_share,
    case
        when statements.statements > 0 then clients.weak_exposure_before
    end::decimal(18, 4) as weak_exposure_before,
    case
        when statements.statements > 0 then clients.weak_exposure - clients.weak_exposure_before
    end::decimal(18, 4) as weak_exposure_change,
    case
        when statements.statements > 0 then safe_div(clients.weak_exposure_before, clients.exposure_before)
    end as weak_exposure_share_before,
    case
        when statements.statements > 0 then clients.ungraded_exposure
    end::decimal(18, 4) as ungraded_exposure,
    case
        when statements.statements > 0 then safe_div(clients.ungraded_exposure, clients.exposure)
    end as ungraded_exposure_share,
    clients.at_risk::decimal(18, 4) as at_risk,
    clients.watched::integer as watched_clients,
    clients.watched_exposure::decimal(18, 4) as watched_exposure,
    clients.watched_at_risk::decimal(18, 4) as watched_at_risk,
    clients.ordering_on::integer as clients_ordering_on,
    receivables_now.owed_amount,
    receivables_now.open_amount,
    receivables_now.overdue_amount,
    receivables_now.overdue_share,
    receivables_now.dso_days,
    receivables_before.open_amount as open_amount_before,
    receivables_before.overdue_share as overdue_share_before,
    receivables_before.dso_days as dso_days_before,
    (receivables_now.open_amount - receivables_before.open_amount)::decimal(18, 4) as open_amount_change,
    receivables_now.overdue_share - receivables_before.overdue_share as overdue_share_change,
    receivables_now.dso_days - receivables_before.dso_days as dso_change_days,
    clients.before_date
from
    clients
    cross join statements
    left join receivables_now on true
    left join marts.receivables_by_month as receivables_before on clients.before_date = receivables_before.month_end
where
    clients.clients > 0
