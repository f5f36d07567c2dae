-- One row per month: how many came, left and came back, and at which rates.
select
    month_end,
    is_complete,
    active_before,
    entered,
    won_back,
    recounted,
    left_customers,
    active,
    lost,
    exit_rate,
    exit_rate_low,
    exit_rate_high,
    won_back_rate,
    won_back_rate_low,
    won_back_rate_high
from
    marts.state_rates
order by
    month_end
