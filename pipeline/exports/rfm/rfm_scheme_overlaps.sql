-- One row per pair of groups of two schemes that have customers in common.
select
    scheme,
    other_scheme,
    name,
    other_name,
    customers,
    share_of_name,
    share_of_other
from
    marts.rfm_overlaps
order by
    scheme,
    other_scheme,
    name,
    other_name
