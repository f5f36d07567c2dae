-- One row per period that scores are followed over and group of all, kind or region: its scores, by time.
-- columns:
--   before_score  Net promoter score a year before; NULL where that is not told [-100 to 100]
--   asked         Forms sent in the period [forms]
select
    scores.dimension,
    scores.group_name,
    scores.group_kind,
    periods.start_date,
    periods.end_date,
    periods.is_complete,
    scores.answers,
    scores.score,
    scores.score_low,
    scores.score_high,
    befores.score as before_score,
    satisfied.satisfied_rate,
    satisfied.satisfied_low,
    satisfied.satisfied_high,
    rates.asked,
    rates.response_rate,
    rates.response_low,
    rates.response_high
from
    marts.survey_periods as periods
    inner join marts.net_promoter_scores as scores on periods.span = scores.span
    and periods.period = scores.period
    left join marts.survey_periods as earlier on periods.span = earlier.span
    and periods.start_date = earlier.start_date + interval 1 year
    left join marts.net_promoter_scores as befores on earlier.span = befores.span
    and earlier.period = befores.period
    and scores.dimension = befores.dimension
    and scores.group_name = befores.group_name
    and scores.group_kind = befores.group_kind
    left join marts.satisfaction_scores as satisfied on scores.span = satisfied.span
    and scores.period = satisfied.period
    and scores.dimension = satisfied.dimension
    and scores.group_name = satisfied.group_name
    and scores.group_kind = satisfied.group_kind
    left join marts.response_rates as rates on scores.span = rates.span
    and scores.period = rates.period
    and scores.dimension = rates.dimension
    and scores.group_name = rates.group_name
    and scores.group_kind = rates.group_kind
where
    periods.span = 'trend'
    and scores.dimension in ('all', 'kind', 'region')
    and scores.group_kind in ('all', 'value')
order by
    scores.dimension,
    scores.group_name,
    scores.group_kind,
    periods.start_date
