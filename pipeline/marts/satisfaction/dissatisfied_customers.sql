-- One row per customer of satisfaction.attention_tiers, in this window or the one before, that is dissatisfied: what is at stake, and for
-- how long, the most valuable first. It stays until it is resolved, see dissatisfactions.
-- key: customer_id
-- columns:
--   customer_id    Customer
--   since_date     Day since which it is dissatisfied
--   days           Days since then [days]
--   band           Place among the bands of satisfaction.open_days_bands, from 1
--   from_days      Days from which the band is [days]
--   to_days        Days up to which it is; NULL for the last one [days]
--   value          The greater of its revenues in the current window and in the one before; NULL without either [reporting currency]
--   place          Place by value, then by days; from 1
-- checks:
--   each has a place: place >= 1
with
    limits as (
        select
            value::integer as to_days
        from
            run.satisfaction_open_days_bands
        union all
        select
            null
    ),
    bands as (
        select
            row_number() over (
                order by
                    to_days nulls last
            ) as band,
            coalesce(
                lag (to_days) over (
                    order by
                        to_days nulls last
                ) + 1,
                0
            ) as from_days,
            to_days
        from
            limits
    )
select
    listed.customer_id,
    listed.since_date,
    listed.days,
    bands.band::integer as band,
    bands.from_days::integer as from_days,
    bands.to_days::integer as to_days,
    -- The greater of those that are known.
    greatest(customers.current_revenue, customers.prior_revenue) as value,
    row_number() over (
        order by
            greatest(customers.current_revenue, customers.prior_revenue) desc nulls last,
            listed.days desc,
            listed.customer_id
    )::integer as place
from
    marts.dissatisfactions as listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join bands on listed.days >= bands.from_days
    and (
        listed.days <= bands.to_days
        or bands.to_days is null
    )
where
    listed.is_listed
    and listed.is_open
