-- One row per run: the settings that the page on satisfaction names.
-- columns:
--   promoter_from        Who recommends us with so many points of 10 or more is a promoter [points]
--   passive_from         Who does with so many or more, and is no promoter, is passive [points]
--   satisfied_from       Who is satisfied with so many points of 5 or more is satisfied [points]
--   dissatisfied_to      Who is with so many or fewer is dissatisfied [points]
--   min_answers          Of fewer answers nothing is told [answers]
--   trend                Periods that scores are followed over: month or quarter
--   driver_min_answers   Drivers are not told from fewer answers [answers]
--   recommend_from       A favourable attitude would recommend us with so many points of 10 or more [points]
--   attitude_days        An older answer says nothing of today's attitude [days]
--   regular_orders       Orders of a customer that buys regularly, at least [orders]
--   regular_quarters     Quarters of the last four in which it ordered, at least [quarters]
--   false_discovery_rate  Share of the differences of delivered value told that may be chance alone [0 to 1]
--   confidence           Chance with which intervals hold what they are for [0 to 1]
select
    satisfaction_promoter_from as promoter_from,
    satisfaction_passive_from as passive_from,
    satisfaction_satisfied_from as satisfied_from,
    satisfaction_dissatisfied_to as dissatisfied_to,
    satisfaction_min_answers as min_answers,
    satisfaction_trend as trend,
    satisfaction_driver_min_answers as driver_min_answers,
    satisfaction_loyal_recommend_from as recommend_from,
    satisfaction_attitude_days as attitude_days,
    states_loyal_orders as regular_orders,
    states_loyal_quarters as regular_quarters,
    satisfaction_false_discovery_rate::double as false_discovery_rate,
    prediction_confidence::double as confidence
from
    run.settings
order by
    promoter_from
