-- One row per band of age of customer files.
select
    position,
    file_age,
    from_days,
    to_days,
    is_fresh,
    customers,
    customers_share,
    poor_customers
from
    marts.customer_files_by_age
order by
    position
