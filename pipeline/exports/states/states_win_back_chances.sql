-- One row per group of lost customers: how many of such came back.
-- columns:
--   position  Place by number of orders, from 1
select
    case orders_group
        when 'once' then 1
        when 'more than once' then 2
        else 3
    end as position,
    orders_group,
    silence,
    snapshot_date,
    until_date,
    customers,
    back,
    back_rate,
    back_rate_low,
    back_rate_high,
    basis,
    chance
from
    marts.win_back_chances
order by
    position,
    silence desc
