-- One row per window with an answer, the current one first: the net promoter score and the rate of answers.
select
    period,
    answers,
    promoters,
    passives,
    detractors,
    score,
    standard_error,
    score_low,
    score_high,
    asked,
    answered,
    response_rate,
    response_low,
    response_high
from
    marts.net_promoter_scores
order by
    period
