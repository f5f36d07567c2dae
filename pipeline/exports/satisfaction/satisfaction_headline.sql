-- One row per window with a form or an answer, the current one first: net promoter score, satisfaction and the rate of answers of all.
-- columns:
--   recommend_answers    Customers who said whether they would recommend us, and anonymous answers [answers]
--   satisfaction_answers  Customers who said how satisfied they are, and anonymous answers [answers]
--   recommend_change     Net promoter score less that of the window before [points]
--   recommend_change_low  Lower end of its interval [points]
--   recommend_change_high  Upper end of that interval [points]
--   satisfied_change     Share satisfied less that of the window before [0 to 1]
--   satisfied_change_low  Lower end of its interval [0 to 1]
--   satisfied_change_high  Upper end of that interval [0 to 1]
--   repeated             Earlier answers of the same customers to the question whether they would recommend us, which do not count [answers]
--   anonymous            Answers to it without a name [answers]
--   anonymous_forms      Forms of the window answered without a name [forms]
select
    periods.period,
    scores.answers as recommend_answers,
    scores.promoters,
    scores.passives,
    scores.detractors,
    scores.repeated,
    scores.anonymous,
    scores.score,
    scores.standard_error,
    scores.score_low,
    scores.score_high,
    scores.change as recommend_change,
    scores.change_low as recommend_change_low,
    scores.change_high as recommend_change_high,
    satisfied.answers as satisfaction_answers,
    satisfied.satisfied,
    satisfied.dissatisfied,
    satisfied.satisfied_rate,
    satisfied.satisfied_low,
    satisfied.satisfied_high,
    satisfied.mean_score,
    satisfied.change as satisfied_change,
    satisfied.change_low as satisfied_change_low,
    satisfied.change_high as satisfied_change_high,
    rates.asked,
    rates.answered,
    rates.anonymous as anonymous_forms,
    rates.response_rate,
    rates.response_low,
    rates.response_high
from
    marts.survey_periods as periods
    left join marts.net_promoter_scores as scores on periods.span = scores.span
    and periods.period = scores.period
    and scores.dimension = 'all'
    left join marts.satisfaction_scores as satisfied on periods.span = satisfied.span
    and periods.period = satisfied.period
    and satisfied.dimension = 'all'
    left join marts.response_rates as rates on periods.span = rates.span
    and periods.period = rates.period
    and rates.dimension = 'all'
where
    periods.span = 'window'
    and coalesce(scores.answers, satisfied.answers, rates.asked) is not null
order by
    periods.period
