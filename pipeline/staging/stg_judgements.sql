-- One row per judgement of an expert on two measures of RFM, as it was written down.
-- A judgement is a number such as 3 or 2.5, or a fraction such as 1/3; decimals of a reciprocal, such as 0.33 or 0.14, stand
-- for it. What is neither has no value.
-- key: place
-- columns:
--   place         File and line of the judgement
--   source_file   File of the judgement
--   expert        Who judges
--   criterion_a   Measure that is judged, in lower case
--   criterion_b   Measure that it is compared with, in lower case
--   written       The judgement as it is written
--   judgement     How many times as important the one is as the other; NULL where it is no number
with
    read as (
        select
            source_file || ':' || source_row as place,
            source_file,
            trim(expert) as expert,
            lower(trim(criterion_a)) as criterion_a,
            lower(trim(criterion_b)) as criterion_b,
            trim(value) as written,
            safe_div(
                try_cast (regexp_extract(trim(value), '^([0-9.]+) */ *([0-9.]+)$', 1) as double),
                try_cast (regexp_extract(trim(value), '^([0-9.]+) */ *([0-9.]+)$', 2) as double)
            ) as fraction,
            try_cast (trim(value) as double) as number
        from
            raw.judgements
    )
select
    place,
    source_file,
    expert,
    criterion_a,
    criterion_b,
    written,
    case
        when fraction is not null then fraction
        when number between 0.1 and 0.51
        and abs(number - safe_div(1, round(safe_div(1, number)))) < 0.005 then safe_div(1, round(safe_div(1, number)))
        else number
    end as judgement
from
    read
