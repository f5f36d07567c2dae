-- One row per judgement of an expert on two measures of RFM, the one that stands first in recency, frequency, amount first.
-- A judgement written the other way round is its reciprocal. What is wrong with a judgement is said of it; such a judgement,
-- and all of its expert, is not used, and pipeline/checks/judgements_unusable.sql stops the run.
-- key: place
-- columns:
--   place           File and line of the judgement
--   source_file     File of the judgement
--   expert          Who judges
--   first_measure   recency or frequency; NULL where it is not known what is judged
--   second_measure  frequency or monetary; NULL where it is not known what is judged
--   judgement       How many times as important the first is as the second; NULL where it cannot be used [1/9 to 9]
--   problem         What is wrong with it; NULL where nothing is
with
    measures as (
        select
            unnest(['recency', 'frequency', 'monetary']) as measure,
            unnest([1, 2, 3]) as position
    ),
    read as (
        select
            judgements.*,
            first_measures.position as position_a,
            second_measures.position as position_b,
            -- A ninth as decimals write it is a trifle less.
            judgements.judgement between 1.0 / 9 - 1e-9 and 9 + 1e-9 as is_on_scale
        from
            staging.stg_judgements as judgements
            left join measures as first_measures on judgements.criterion_a = first_measures.measure
            left join measures as second_measures on judgements.criterion_b = second_measures.measure
    ),
    oriented as (
        select
            *,
            case
                when position_a < position_b then criterion_a
                when position_b < position_a then criterion_b
            end as first_measure,
            case
                when position_a < position_b then criterion_b
                when position_b < position_a then criterion_a
            end as second_measure
        from
            read
    ),
    counted as (
        select
            *,
            count(*) over (
                partition by
                    expert,
                    first_measure,
                    second_measure
            ) as times
        from
            oriented
    )
select
    place,
    source_file,
    expert,
    first_measure,
    second_measure,
    case
        when first_measure is null
        or not is_on_scale then null
        when position_a < position_b then judgement
        else safe_div(1, judgement)
    end as judgement,
    case
        when position_a is null then criterion_a || ' is no measure that is judged: write recency, frequency or monetary'
        when position_b is null then criterion_b || ' is no measure that is judged: write recency, frequency or monetary'
        when position_a = position_b then criterion_a || ' is compared with itself'
        when judgement is null then written || ' is no judgement: write a number from 1/9 to 9, such as 3 or 1/3'
        when not is_on_scale then written || ' lies outside of the scale from 1/9 to 9'
        when times > 1 then expert || ' judges ' || first_measure || ' against ' || second_measure || ' ' || times || ' times'
    end as problem
from
    counted
