-- One row per dimension and group of the clients; of industries and account managers as many as
-- settings.solvency.list_customers says.
select
    groups.dimension,
    groups.position,
    groups.group_name,
    groups.clients,
    groups.client_share,
    groups.graded_clients,
    groups.weak_clients,
    groups.weak_share,
    groups.weak_low,
    groups.weak_high,
    groups.exposure::double as exposure,
    groups.exposure_share,
    groups.at_risk::double as at_risk,
    groups.at_risk_share,
    groups.overdue_amount::double as overdue_amount
from
    marts.clients_by_solvency_group as groups
    cross join run.settings as settings
where
    groups.position <= settings.solvency_list_customers
order by
    groups.dimension,
    groups.position
