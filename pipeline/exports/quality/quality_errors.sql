-- One row per field of the customer file and rule that values of it break.
select
    field,
    rule,
    message,
    is_refused,
    is_suspect,
    customers
from
    marts.file_errors_by_rule
order by
    is_suspect,
    customers desc,
    field,
    rule
