-- One row per field of the customer file and rule that values of it break.
select
    field,
    rule,
    message,
    is_refused,
    customers
from
    marts.file_errors_by_rule
order by
    customers desc,
    field,
    rule
