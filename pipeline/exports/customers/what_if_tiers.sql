-- One row per tier of the customer pyramid, from the top: where it is cut.
-- columns:
--   position   Number of the tier, from 1 at the top
--   tier       Name of the tier
--   top_share  Customers down to this share of all, from the most valuable [0 to 1]
--   action     What to do for customers of the tier
select
    tiers.position::integer as position,
    tiers.tier,
    tiers.top_share::double as top_share,
    tiers.action
from
    run.value_tiers as tiers
order by
    tiers.position
