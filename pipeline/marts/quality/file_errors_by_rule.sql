-- One row per field of the customer file and rule that values of it break.
-- key: field, rule
-- columns:
--   field       Field of the customer file
--   rule        Rule that is broken
--   message     What the rule says of the value
--   is_refused  Whether the values broke their contract, so that the field is empty
--   is_suspect  Whether the values may be right, so that they do not count as wrong
--   customers   Customers with such a value [customers]
select
    field,
    rule,
    min(message) as message,
    bool_or(is_refused) as is_refused,
    bool_and(is_suspect) as is_suspect,
    count(*)::integer as customers
from
    marts.customer_file_errors
group by
    field,
    rule
