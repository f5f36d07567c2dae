-- One row per rule that rows or values of the inputs broke, over all input files.
-- key: refused, rule
-- columns:
--   refused      What the rule cost: row, or value where the row could be kept
--   rule         Rule that is broken
--   cases        Rows or values that broke it; a row may break several rules [rows]
--   files        Input files with such rows or values
--   entity       Entity of the place with most of them
--   file         Input file of that place
--   field        Field of that place
--   message      What the rule says there, of the first row
--   place_cases  Rows or values there that broke it [rows]
--   first_row    Number of the first row there
with
    ranked as (
        select
            refusals.*,
            row_number() over (
                partition by
                    refused,
                    rule
                order by
                    cases desc,
                    entity,
                    file,
                    field
            ) as place
        from
            marts.refusals as refusals
    )
select
    refused,
    rule,
    sum(cases)::integer as cases,
    count(distinct file)::integer as files,
    max(
        case
            when place = 1 then entity
        end
    ) as entity,
    max(
        case
            when place = 1 then file
        end
    ) as file,
    max(
        case
            when place = 1 then field
        end
    ) as field,
    max(
        case
            when place = 1 then message
        end
    ) as message,
    max(
        case
            when place = 1 then cases
        end
    )::integer as place_cases,
    max(
        case
            when place = 1 then first_row
        end
    ) as first_row
from
    ranked
group by
    refused,
    rule
