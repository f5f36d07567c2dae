-- One row per dimension and group of the clients that we give credit to: by the state of their statement, by Altman's
-- zone, by industry, by account manager. Each dimension holds every client once. Weak is a grade that is watched.
-- key: dimension, group_name
-- columns:
--   dimension        What is divided by: statement, altman_zone, industry or owner
--   group_name       Group; no score: Altman's score is not known, or of a statement that does not count; unknown: no value
--   position         Order of the groups: by what is at risk, then by weak clients; unknown last
--   clients          Clients in it [clients]
--   client_share     Share of all clients [0 to 1]
--   graded_clients   Clients with a grade [clients]
--   weak_clients     Clients with a weak grade [clients]
--   weak_share       Weak clients by graded ones; NULL where none is graded [0 to 1]
--   weak_low         Lower end of its interval of prediction.confidence by Wilson: of few clients the share says little [0 to 1]
--   weak_high        Upper end of that interval [0 to 1]
--   exposure         What is at stake with them; NULL where it is not known [reporting currency]
--   exposure_share   Share of all exposure [0 to 1]
--   at_risk          Exposure x weakness [reporting currency]
--   at_risk_share    Share of all that is at risk [0 to 1]
--   overdue_amount   Owed by them and past its due date [reporting currency]
with
    divided as (
        select
            unnest(['statement', 'altman_zone', 'industry', 'owner']) as dimension,
            unnest(
                [
                    clients.statement,
                    coalesce(clients.altman_zone, 'no score'),
                    coalesce(customers.industry, 'unknown'),
                    coalesce(customers.owner, 'unknown')
                ]
            ) as group_name,
            clients.score,
            grades.is_watched,
            clients.exposure,
            clients.at_risk,
            clients.overdue_amount
        from
            marts.client_solvency as clients
            inner join marts.customers as customers on clients.customer_id = customers.customer_id
            inner join run.solvency_grades as grades on clients.grade = grades.grade
    ),
    groups as (
        select
            dimension,
            group_name,
            count(*) as clients,
            count(score) as graded_clients,
            count(
                case
                    when is_watched then 1
                end
            ) as weak_clients,
            sum(exposure) as exposure,
            sum(at_risk) as at_risk,
            sum(overdue_amount) as overdue_amount
        from
            divided
        group by
            dimension,
            group_name
    )
select
    dimension,
    group_name,
    row_number() over (
        partition by
            dimension
        order by
            group_name in ('unknown', 'no score'),
            at_risk desc nulls last,
            weak_clients desc,
            clients desc,
            group_name
    )::integer as position,
    clients::integer as clients,
    safe_div(
        clients,
        sum(clients) over (
            partition by
                dimension
        )
    ) as client_share,
    graded_clients::integer as graded_clients,
    weak_clients::integer as weak_clients,
    safe_div(weak_clients, graded_clients) as weak_share,
    wilson_low (weak_clients, graded_clients, intervals.normal_quantile) as weak_low,
    wilson_high (weak_clients, graded_clients, intervals.normal_quantile) as weak_high,
    exposure::decimal(18, 4) as exposure,
    safe_div(
        exposure,
        sum(exposure) over (
            partition by
                dimension
        )
    ) as exposure_share,
    at_risk::decimal(18, 4) as at_risk,
    safe_div(
        at_risk,
        sum(at_risk) over (
            partition by
                dimension
        )
    ) as at_risk_share,
    overdue_amount::decimal(18, 4) as overdue_amount
from
    groups
    cross join marts.interval_quantile as intervals
