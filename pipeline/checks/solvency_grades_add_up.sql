-- Bad rows: clients or exposure that are lost or doubled between the clients, the grades and the headline figures
-- severity: error
-- fix: compare the named mart with marts.client_solvency
with
    clients as (
        select
            count(*) as clients,
            coalesce(sum(exposure), 0) as exposure,
            coalesce(sum(at_risk), 0) as at_risk
        from
            marts.client_solvency
    ),
    totals as (
        select
            'clients_by_grade' as mart,
            coalesce(sum(clients), 0) as clients,
            coalesce(sum(exposure), 0) as exposure,
            coalesce(sum(at_risk), 0) as at_risk
        from
            marts.clients_by_grade
        union all
        select
            'solvency_totals',
            coalesce(sum(clients), 0),
            coalesce(sum(exposure), 0),
            coalesce(sum(at_risk), 0)
        from
            marts.solvency_totals
    )
select
    totals.mart,
    totals.clients,
    clients.clients as clients_one_by_one,
    totals.exposure,
    clients.exposure as exposure_one_by_one,
    totals.at_risk,
    clients.at_risk as at_risk_one_by_one
from
    totals
    cross join clients
where
    totals.clients <> clients.clients
    or totals.exposure <> clients.exposure
    or totals.at_risk <> clients.at_risk
