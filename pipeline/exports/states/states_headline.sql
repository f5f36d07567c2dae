-- One row per run with a month end: active and lost customers, and what became of those of a span before.
-- columns:
--   active         Active on the as-of date: first-time, repeat or loyal [customers]
--   holdout_days   Days for which chances to come back are told [days]
--   confidence     Chance with which intervals hold what they are for [0 to 1]
--   loyal_orders   Orders that a loyal customer has at least [orders]
--   loyal_quarters  Quarters of the last four in which it ordered, at least [quarters]
--   win_back_silence  Times lost_after_days from which on a silence is long
--   lost_after_days  A customer without an order for longer than this is lost; NULL where it is not known [days]
--   prior_stayed_rate  stayed_rate of the span before; NULL where the record is too short [0 to 1]
--   prior_back_rate  back_rate of the span before; NULL where the record is too short [0 to 1]
select
    rates.active,
    rates.lost,
    balances.from_date,
    balances.months,
    balances.is_whole,
    balances.active_before,
    balances.entered,
    balances.won_back,
    balances.recounted,
    balances.left_customers,
    balances.lost_before,
    balances.stayed,
    balances.stayed_rate,
    balances.stayed_rate_low,
    balances.stayed_rate_high,
    balances.back,
    balances.back_rate,
    balances.back_rate_low,
    balances.back_rate_high,
    case
        when priors.is_whole then priors.stayed_rate
    end as prior_stayed_rate,
    case
        when priors.is_whole then priors.back_rate
    end as prior_back_rate,
    totals.value_lost::double as value_lost,
    totals.span_lost,
    totals.span_value_lost::double as span_value_lost,
    totals.span_share,
    totals.noted,
    totals.ranked,
    totals.hindered,
    totals.win_back_value,
    totals.expected_back,
    horizons.days as lost_after_days,
    settings.prediction_holdout_days as holdout_days,
    settings.prediction_confidence::double as confidence,
    settings.states_loyal_orders as loyal_orders,
    settings.states_loyal_quarters as loyal_quarters,
    settings.states_win_back_silence::double as win_back_silence
from
    marts.state_rates as rates
    inner join run.settings as settings on rates.month_end = settings.as_of_date
    cross join marts.lost_totals as totals
    cross join marts.lost_after as horizons
    left join marts.state_balances as balances on balances.span = 'current'
    left join marts.state_balances as priors on priors.span = 'prior'
order by
    rates.active
