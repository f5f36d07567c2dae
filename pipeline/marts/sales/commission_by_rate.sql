-- One row per commission rate and day from which it holds: what was sold under it in the current window, and what it pays.
-- key: place
-- columns:
--   place            File and line of the rate
--   owner            Account manager whom it is for; NULL for all
--   team             Team that it is for; NULL for all
--   channel          Channel of the orders that it is for; NULL for all
--   rate             Share of the base that is paid [0 to 1]
--   base             What it is a share of: revenue or margin
--   valid_from       First day of the orders that it is for; NULL where it always held
--   orders           Orders and refunds that it holds for [orders]
--   base_amount      Revenue or margin of these; NULL where that of any is not known [reporting currency]
--   commission       What it pays; NULL likewise [reporting currency]
with
    paid as (
        select
            rate_place,
            count(*) as orders,
            case
                when count(*) = count(base_amount) then sum(base_amount)
            end as base_amount,
            case
                when count(*) = count(commission) then sum(commission)
            end as commission
        from
            marts.order_commissions
        where
            rate_place is not null
        group by
            rate_place
    )
select
    rates.place,
    rates.owner,
    rates.team,
    rates.channel,
    rates.rate,
    rates.base,
    rates.valid_from,
    coalesce(paid.orders, 0)::integer as orders,
    case
        when paid.orders is null then 0
        else paid.base_amount
    end::decimal(18, 4) as base_amount,
    case
        when paid.orders is null then 0
        else paid.commission
    end::decimal(18, 4) as commission
from
    staging.stg_commission_rates as rates
    left join paid on rates.place = paid.rate_place
