-- One row per input file, field and rule that rows or values of it broke. What stood there stays in quarantine.
-- key: entity, file, refused, field, rule
-- columns:
--   entity     Entity that the file was read as
--   file       Input file
--   refused    What the rule cost: row, or value where the row could be kept
--   field      Field that broke the rule; "whole row" where the row could not be read
--   rule       Rule that is broken
--   message    What the rule says, of the first row
--   cases      Rows or values that broke it; a row may break several [rows]
--   first_row  Number of the first row in the file
with
    refused as (
        select
            'row' as refused,
            entity,
            file,
            row_number,
            coalesce(field, 'whole row') as field,
            rule,
            message
        from
            quarantine.rules
        union all
        select
            'value',
            entity,
            file,
            row_number,
            field,
            rule,
            message
        from
            quarantine.values
    ),
    numbered as (
        select
            refused.*,
            row_number() over (
                partition by
                    entity,
                    file,
                    refused,
                    field,
                    rule
                order by
                    row_number,
                    message
            ) as place
        from
            refused
    )
select
    entity,
    file,
    refused,
    field,
    rule,
    max(
        case
            when place = 1 then message
        end
    ) as message,
    count(*)::integer as cases,
    min(row_number) as first_row
from
    numbered
group by
    entity,
    file,
    refused,
    field,
    rule
