-- One row per window and group of customers: how many bought again after a complaint, and of those without one.
select
    period,
    group_name,
    position,
    from_date,
    until_date,
    customers,
    back_customers,
    back_rate,
    back_low,
    back_high,
    like_customers,
    like_rate,
    like_low,
    like_high,
    is_like_clear
from
    marts.complaint_recovery
order by
    period,
    position
