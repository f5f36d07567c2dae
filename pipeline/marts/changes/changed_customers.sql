-- One row per customer whose standing by tier, profit class, class, state or grade is another than in the last run: all of its steps
-- together. A customer with any step for the worse counts as worse, whatever else got better, for it is to be looked at. In each
-- direction those with most at stake stand first.
-- key: customer_id
-- columns:
--   customer_id          Customer
--   direction            worse, better or other
--   place                Place among those of its direction, from 1
--   at_stake             The largest of what its steps put at stake; NULL where none is known [reporting currency]
--   tier_before          Tier in the last run; NULL where it is the same
--   tier_now             Tier of now; NULL likewise
--   profit_class_before  Profit class in the last run; NULL likewise
--   profit_class_now     Profit class of now; NULL likewise
--   rfm_class_before     Class of RFM in the last run; NULL likewise
--   rfm_class_now        Class of RFM of now; NULL likewise
--   state_before         State in the last run; NULL likewise
--   state_now            State of now; NULL likewise
--   grade_before         Grade in the last run; NULL likewise
--   grade_now            Grade of now; NULL likewise
-- checks:
--   each has a step: coalesce(tier_now, profit_class_now, rfm_class_now, state_now, grade_now) is not null
with
    steps as (
        select
            customer_id,
            case
                when bool_or(direction = 'worse') then 'worse'
                when bool_or(direction = 'better') then 'better'
                else 'other'
            end as direction,
            max(at_stake) as at_stake,
            max(
                case
                    when attribute = 'tier' then before
                end
            ) as tier_before,
            max(
                case
                    when attribute = 'tier' then now
                end
            ) as tier_now,
            max(
                case
                    when attribute = 'profit class' then before
                end
            ) as profit_class_before,
            max(
                case
                    when attribute = 'profit class' then now
                end
            ) as profit_class_now,
            max(
                case
                    when attribute = 'class' then before
                end
            ) as rfm_class_before,
            max(
                case
                    when attribute = 'class' then now
                end
            ) as rfm_class_now,
            max(
                case
                    when attribute = 'state' then before
                end
            ) as state_before,
            max(
                case
                    when attribute = 'state' then now
                end
            ) as state_now,
            max(
                case
                    when attribute = 'grade' then before
                end
            ) as grade_before,
            max(
                case
                    when attribute = 'grade' then now
                end
            ) as grade_now
        from
            marts.customer_changes
        group by
            customer_id
    )
select
    customer_id,
    direction,
    (
        row_number() over (
            partition by
                direction
            order by
                at_stake desc nulls last,
                customer_id
        )
    )::integer as place,
    at_stake,
    tier_before,
    tier_now,
    profit_class_before,
    profit_class_now,
    rfm_class_before,
    rfm_class_now,
    state_before,
    state_now,
    grade_before,
    grade_now
from
    steps
