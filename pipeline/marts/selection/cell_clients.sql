-- One row per grade and cell of the clients that we give credit to and have the grade or had it before. All figures add up:
-- to clients_by_grade and to what solvency_totals counts and sums; sums are NULL where no amount is known.
-- key: grade, cell
-- columns:
--   grade                   Grade, or the name for 'not graded'
--   cell                    Cell of the customers, see cells
--   clients                 Clients [clients]
--   clients_with_statement  Clients with a statement [clients]
--   clients_graded          Clients with a grade [clients]
--   clients_stale           Clients whose latest statement is stale [clients]
--   clients_unbalanced      Clients whose latest statement does not balance [clients]
--   clients_improved        Clients graded better than in the period before [clients]
--   clients_worsened        Clients graded worse than in the period before [clients]
--   watched_clients         Clients on the watch list [clients]
--   clients_ordering_on     Clients that should get no further credit and yet still order [clients]
--   exposure                What is at stake with them [reporting currency]
--   at_risk                 Exposure x weakness [reporting currency]
--   watched_exposure        What is at stake with those on the watch list [reporting currency]
--   watched_at_risk         Exposure x weakness of those on the watch list [reporting currency]
--   owed_amount             Owed on invoices [reporting currency]
--   open_amount             Open: owed less credit [reporting currency]
--   overdue_amount          Owed and past its due date [reporting currency]
--   billed                  Billed in the last solvency.dso_window_days, less credit notes [reporting currency]
--   open_before             Open at the last month end a window before [reporting currency]
--   clients_before          Clients with this grade before, see client_solvency [clients]
--   exposure_before         What those owed then [reporting currency]
with
    graded as (
        select
            clients.grade,
            cells.cell,
            count(*) as clients,
            count(clients.period_end) as clients_with_statement,
            count(clients.score) as clients_graded,
            count(
                case
                    when clients.statement = 'stale' then 1
                end
            ) as clients_stale,
            count(
                case
                    when clients.balance = 'unbalanced' then 1
                end
            ) as clients_unbalanced,
            count(
                case
                    when clients.grade_change > 0 then 1
                end
            ) as clients_improved,
            count(
                case
                    when clients.grade_change < 0 then 1
                end
            ) as clients_worsened,
            count(clients.watch_rank) as watched_clients,
            count(
                case
                    when clients.orders_on then 1
                end
            ) as clients_ordering_on,
            sum(clients.exposure) as exposure,
            sum(clients.at_risk) as at_risk,
            sum(
                case
                    when clients.watch_rank is not null then clients.exposure
                end
            ) as watched_exposure,
            sum(
                case
                    when clients.watch_rank is not null then clients.at_risk
                end
            ) as watched_at_risk,
            sum(receivables.owed_amount) as owed_amount,
            sum(receivables.open_amount) as open_amount,
            sum(receivables.overdue_amount) as overdue_amount,
            sum(receivables.billed) as billed,
            sum(receivables.open_before) as open_before
        from
            marts.client_solvency as clients
            inner join marts.customer_cells as cells on clients.customer_id = cells.customer_id
            left join marts.receivables_by_customer as receivables on clients.customer_id = receivables.customer_id
        group by
            clients.grade,
            cells.cell
    ),
    graded_before as (
        select
            clients.grade_before as grade,
            cells.cell,
            count(*) as clients_before,
            sum(clients.exposure_before) as exposure_before
        from
            marts.client_solvency as clients
            inner join marts.customer_cells as cells on clients.customer_id = cells.customer_id
        where
            clients.grade_before is not null
        group by
            clients.grade_before,
            cells.cell
    )
select
    coalesce(graded.grade, graded_before.grade) as grade,
    coalesce(graded.cell, graded_before.cell) as cell,
    coalesce(graded.clients, 0)::integer as clients,
    coalesce(graded.clients_with_statement, 0)::integer as clients_with_statement,
    coalesce(graded.clients_graded, 0)::integer as clients_graded,
    coalesce(graded.clients_stale, 0)::integer as clients_stale,
    coalesce(graded.clients_unbalanced, 0)::integer as clients_unbalanced,
    coalesce(graded.clients_improved, 0)::integer as clients_improved,
    coalesce(graded.clients_worsened, 0)::integer as clients_worsened,
    coalesce(graded.watched_clients, 0)::integer as watched_clients,
    coalesce(graded.clients_ordering_on, 0)::integer as clients_ordering_on,
    graded.exposure::decimal(18, 4) as exposure,
    graded.at_risk::decimal(18, 4) as at_risk,
    graded.watched_exposure::decimal(18, 4) as watched_exposure,
    graded.watched_at_risk::decimal(18, 4) as watched_at_risk,
    graded.owed_amount::decimal(18, 4) as owed_amount,
    graded.open_amount::decimal(18, 4) as open_amount,
    graded.overdue_amount::decimal(18, 4) as overdue_amount,
    graded.billed::decimal(18, 4) as billed,
    graded.open_before::decimal(18, 4) as open_before,
    coalesce(graded_before.clients_before, 0)::integer as clients_before,
    graded_before.exposure_before::decimal(18, 4) as exposure_before
from
    graded
    full join graded_before on graded.grade = graded_before.grade
    and graded.cell = graded_before.cell
