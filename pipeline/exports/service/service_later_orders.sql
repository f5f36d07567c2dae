-- One row per kind of customers and service that they had: how many ordered again, and how likely they were to recommend us.
select
    kind,
    service,
    position,
    from_date,
    until_date,
    customers,
    back_customers,
    back_rate,
    back_low,
    back_high,
    answers,
    mean_score,
    score_low,
    score_high,
    back_difference,
    is_back_clear,
    score_difference,
    is_score_clear
from
    marts.service_outcomes
order by
    kind,
    position
