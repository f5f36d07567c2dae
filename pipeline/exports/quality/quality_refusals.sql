-- One row per input file, field and rule that rows or values of it broke. What stood there stays in quarantine.
select
    entity,
    file,
    refused,
    field,
    rule,
    message,
    cases,
    first_row::double as first_row
from
    marts.refusals
order by
    entity,
    file,
    refused,
    cases desc,
    field,
    rule
