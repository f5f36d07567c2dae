-- One row per attribute and step that customers took since the last run, and one each for customers that came on record and that went
-- from it; none on a first run.
-- key: attribute, before, now
-- columns:
--   attribute  tier, profit class, class, state or grade; customer for those that came or went
--   before     Standing in the last run; not on record for customers that came
--   now        Standing in this one; not on record for customers that went
--   direction  better, worse or other, see customer_changes; came or went
--   customers  Customers that took the step [customers]
--   at_stake   What is at stake with them: the larger of the two runs' revenue in the window, of grades exposure; NULL where it is not known of
--              any [reporting currency]
with
    came as (
        select
            'customer' as attribute,
            'not on record' as before,
            'on record' as now,
            'came' as direction,
            revenue as at_stake
        from
            marts.customer_standings
        where
            customer_id not in (
                select
                    customer_id
                from
                    run.last_customer_standings
            )
            and exists (
                select
                    1
                from
                    run.last_customer_standings
            )
    ),
    went as (
        select
            'customer' as attribute,
            'on record' as before,
            'not on record' as now,
            'went' as direction,
            revenue as at_stake
        from
            run.last_customer_standings
        where
            customer_id not in (
                select
                    customer_id
                from
                    marts.customer_standings
            )
    ),
    steps as (
        select
            attribute,
            before,
            now,
            direction,
            at_stake
        from
            marts.customer_changes
        union all
        select
            *
        from
            came
        union all
        select
            *
        from
            went
    )
select
    attribute,
    before,
    now,
    direction,
    count(*)::integer as customers,
    -- In decimals: a sum of doubles would depend on their order.
    sum(at_stake::decimal(18, 4))::double as at_stake
from
    steps
group by
    attribute,
    before,
    now,
    direction
