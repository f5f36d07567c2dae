-- One row per commission rate and day from which it holds: what it pays.
select
    rates.place,
    rates.owner,
    rates.team,
    rates.channel,
    rates.rate,
    rates.base,
    rates.valid_from,
    rates.orders,
    rates.base_amount::double as base_amount,
    rates.commission::double as commission
from
    marts.commission_by_rate as rates
order by
    rates.commission desc nulls last,
    rates.place
