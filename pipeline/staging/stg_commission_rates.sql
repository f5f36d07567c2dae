-- One row per commission rate and day from which it holds, as it was written down.
-- key: place
-- columns:
--   place       File and line of the rate
--   owner       Account manager whom it is for; NULL for all
--   team        Team that it is for; NULL for all
--   channel     Channel of the orders that it is for; NULL for all
--   rate        Share of the base that is paid [0 to 1]
--   base        What it is a share of: revenue or margin
--   valid_from  First day of the orders that it is for; NULL where it always held
select
    source_file || ':' || source_row as place,
    owner,
    team,
    channel,
    rate,
    coalesce(base, 'revenue') as base,
    valid_from
from
    raw.commission_rates
