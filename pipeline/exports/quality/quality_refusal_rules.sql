-- One row per rule that rows or values of the inputs broke, over all input files.
select
    refused,
    rule,
    cases,
    files,
    entity,
    file,
    field,
    message,
    place_cases,
    first_row::double as first_row
from
    marts.refusals_by_rule
order by
    refused,
    cases desc,
    rule
