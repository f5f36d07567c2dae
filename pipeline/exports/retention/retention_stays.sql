-- One row per group of customers that has a curve, with what tells whether the groups of its dimension differ by more than chance.
select
    groups.dimension,
    groups.group_name,
    groups.position,
    groups.customers,
    groups.lost_customers,
    groups.back_customers,
    groups.median_days,
    groups.median_days_low,
    groups.median_days_high,
    groups.year_share,
    groups.year_share_low,
    groups.year_share_high,
    groups.until_days,
    groups.mean_days,
    groups.mean_days_low,
    groups.mean_days_high,
    tests.groups,
    tests.chi_square,
    tests.p_value
from
    marts.survival_groups as groups
    left join marts.survival_tests as tests on groups.dimension = tests.dimension
order by
    groups.dimension,
    groups.position
