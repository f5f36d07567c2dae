-- One row per attribute and customer whose standing is another than in the last run; none on a first run. Only customers of both runs
-- are compared: those that came or went are counted in standing_moves. What is at stake is the larger of the two runs' revenue in
-- the window, for it is what may be lost or was won; of grades, the larger exposure.
-- key: attribute, customer_id
-- columns:
--   attribute    tier, profit class, class, state or grade
--   customer_id  Customer
--   before       Standing in the last run
--   now          Standing in this one
--   direction    better or worse; other where the two have no order
--   at_stake     What is at stake; NULL where it is not known in either run [reporting currency]
-- checks:
--   a change is one: before <> now
with
    both_runs as (
        select
            standings.customer_id,
            standings.revenue,
            last_standings.revenue as last_revenue,
            standings.exposure,
            last_standings.exposure as last_exposure,
            unnest(
                [
                    {
                        attribute: 'tier',
                        before: last_standings.tier,
                        now: standings.tier,
                        step: standings.tier_position - last_standings.tier_position
                    },
                    {
                        attribute: 'profit class',
                        before: last_standings.profit_class,
                        now: standings.profit_class,
                        step: standings.profit_class_position - last_standings.profit_class_position
                    },
                    {attribute: 'class', before: last_standings.rfm_class, now: standings.rfm_class, step: null::integer},
                    {
                        attribute: 'state',
                        before: last_standings.state,
                        now: standings.state,
                        step: standings.state_position - last_standings.state_position
                    },
                    {
                        attribute: 'grade',
                        before: last_standings.grade,
                        now: standings.grade,
                        step: standings.grade_position - last_standings.grade_position
                    }
                ],
                recursive => true
            )
        from
            marts.customer_standings as standings
            inner join run.last_customer_standings as last_standings on standings.customer_id = last_standings.customer_id
    )
select
    attribute,
    customer_id,
    before,
    now,
    case
        when step < 0 then 'better'
        when step > 0 then 'worse'
        else 'other'
    end as direction,
    case
        when attribute = 'grade' then greatest(exposure, last_exposure)
        else greatest(revenue, last_revenue)
    end as at_stake
from
    both_runs
where
    before <> now
