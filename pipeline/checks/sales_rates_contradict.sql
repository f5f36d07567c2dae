-- Bad rows: commission rates that are given twice for the same people and orders from the same day
-- severity: error
-- fix: keep one of the rates: which of them holds would be decided by the order of the lines
select
    place,
    owner,
    team,
    channel,
    valid_from,
    rate,
    base
from
    staging.stg_commission_rates
qualify
    count(*) over (
        partition by
            owner,
            team,
            channel,
            valid_from
    ) > 1
order by
    place
