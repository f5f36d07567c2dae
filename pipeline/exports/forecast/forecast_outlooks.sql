-- One row per measure: how far its forecast can be relied on, or why there is none.
-- columns:
--   hindcast_months  Months of the latest year that were forecast at its beginning, as a test [months]
--   hindcast_value   What the model said of them together then [orders or reporting currency]
--   hindcast_actual  What they brought [orders or reporting currency]
--   hindcast_error   The first less the second, by the second
--   confidence       Chance with which what comes lies between the limits [0 to 1]
with
    hindcasts as (
        select
            trials.measure,
            trials.months_ahead,
            trials.total,
            trials.actual_total
        from
            marts.demand_trials as trials
            inner join marts.demand_measures as measures on trials.measure = measures.measure
            inner join marts.demand_models as models on trials.measure = models.measure
            and trials.model = models.model
            and models.is_chosen
        where
            trials.origin = measures.months - measures.longest_horizon
            and trials.months_ahead = measures.longest_horizon
    )
select
    outlooks.measure,
    outlooks.months,
    outlooks.needed_months,
    outlooks.first_month,
    outlooks.last_month,
    outlooks.model,
    outlooks.is_naive,
    outlooks.tests,
    outlooks.wape,
    outlooks.naive_wape,
    outlooks.gain,
    outlooks.longest_horizon,
    outlooks.longest_total_wape,
    outlooks.grade,
    outlooks.recent_value::double as recent_value,
    outlooks.recent_change_rate,
    outlooks.is_break,
    outlooks.silent_months,
    outlooks.begun_month,
    outlooks.begun_value,
    outlooks.peak_month,
    outlooks.peak_value,
    outlooks.peak_excess,
    outlooks.reason,
    hindcasts.months_ahead as hindcast_months,
    hindcasts.total as hindcast_value,
    hindcasts.actual_total as hindcast_actual,
    case
        when hindcasts.actual_total > 0 then hindcasts.total / hindcasts.actual_total - 1
    end as hindcast_error,
    settings.prediction_confidence as confidence
from
    marts.demand_outlooks as outlooks
    cross join run.settings as settings
    left join hindcasts on outlooks.measure = hindcasts.measure
order by
    outlooks.measure
