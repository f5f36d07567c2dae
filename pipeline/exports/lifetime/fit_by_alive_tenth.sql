-- One row per tenth of customers by the probability to be alive: who bought in the hold-out.
select
    tenth,
    customers,
    alive_probability,
    bought_customers,
    bought_rate,
    bought_low,
    bought_high,
    expected_bought_rate,
    lift
from
    marts.holdout_by_alive_tenth
order by
    tenth
