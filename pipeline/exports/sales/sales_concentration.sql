-- One row per measure of value: how much of it hangs on single account managers.
-- columns:
--   top_name            Name of who holds most
--   concentrated_share  From this share on a person is pointed out [0 to 1]
select
    concentrations.measure,
    concentrations.total,
    concentrations.held,
    concentrations.held_share,
    concentrations.holders,
    concentrations.top_owner,
    coalesce(managers.name, concentrations.top_owner) as top_name,
    concentrations.top_value,
    concentrations.top_share,
    concentrations.hhi,
    concentrations.effective_holders,
    concentrations.reason,
    settings.sales_concentrated_share::double as concentrated_share
from
    marts.value_concentration as concentrations
    cross join run.settings as settings
    left join marts.account_managers as managers on concentrations.top_owner = managers.owner
order by
    concentrations.measure desc
