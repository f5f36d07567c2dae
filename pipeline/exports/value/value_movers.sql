-- One row per customer of two lists: those that rose a tier, by what they are worth now, and those that fell a tier or
-- bought nothing any more, by what they were worth before. The most valuable of each, by settings.value.list_customers.
-- columns:
--   direction      up or down
--   place          Place in the list of that direction, from 1
--   tier           Tier in the current window; NULL for a customer that bought nothing
--   revenue        Revenue in the current window; NULL for a customer that bought nothing [reporting currency]
--   prior_revenue  Revenue in the prior window [reporting currency]
with
    movers as (
        select
            tiers.*,
            case
                when tiers.movement = 'up' then 'up'
                else 'down'
            end as direction,
            case
                when tiers.movement = 'up' then tiers.value
                else tiers.prior_value
            end as worth
        from
            marts.customer_tiers as tiers
        where
            tiers.movement in ('up', 'down', 'lapsed')
    ),
    listed as (
        select
            movers.*,
            row_number() over (
                partition by
                    direction
                order by
                    worth desc,
                    customer_id
            )::integer as place
        from
            movers
    )
select
    listed.direction,
    listed.place,
    customers.label,
    customers.kind,
    customers.region,
    customers.owner,
    listed.movement,
    listed.prior_tier,
    listed.tier,
    customers.prior_revenue::double as prior_revenue,
    customers.current_revenue::double as revenue
from
    listed
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    cross join run.settings as settings
where
    listed.place <= settings.value_list_customers
order by
    listed.direction,
    listed.place
