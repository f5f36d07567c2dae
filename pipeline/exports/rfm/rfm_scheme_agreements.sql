-- One row per pair of schemes.
select
    scheme,
    other_scheme,
    customers,
    adjusted_rand_index,
    majority_share
from
    marts.rfm_agreements
order by
    scheme,
    other_scheme
