-- One row per dimension and group with an answer in the current window: its scores, and satisfaction against what was expected.
-- columns:
--   recommend_answers     Customers who said whether they would recommend us, and anonymous answers [answers]
--   satisfaction_answers  Customers who said how satisfied they are, and anonymous answers [answers]
--   satisfied_against_all  Share satisfied: below or above where its interval does not reach that of all, else like all
with
    groups as (
        select
            dimension,
            group_name,
            group_kind,
            position
        from
            marts.net_promoter_scores
        where
            span = 'window'
            and period = 'current'
        union
        select
            dimension,
            group_name,
            group_kind,
            position
        from
            marts.satisfaction_scores
        where
            span = 'window'
            and period = 'current'
    )
select
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.position,
    scores.answers as recommend_answers,
    scores.promoters,
    scores.detractors,
    scores.score,
    scores.score_low,
    scores.score_high,
    scores.against_all,
    scores.change,
    scores.change_low,
    scores.change_high,
    satisfied.answers as satisfaction_answers,
    satisfied.satisfied_rate,
    satisfied.satisfied_low,
    satisfied.satisfied_high,
    satisfied.against_all as satisfied_against_all,
    satisfied.both_answers,
    satisfied.expected_mean,
    satisfied.perceived_mean,
    satisfied.gap,
    satisfied.gap_low,
    satisfied.gap_high,
    satisfied.disappointed_rate,
    satisfied.gap_is,
    rates.response_rate
from
    groups
    left join marts.net_promoter_scores as scores on scores.span = 'window'
    and scores.period = 'current'
    and groups.dimension = scores.dimension
    and groups.group_name = scores.group_name
    and groups.group_kind = scores.group_kind
    left join marts.satisfaction_scores as satisfied on satisfied.span = 'window'
    and satisfied.period = 'current'
    and groups.dimension = satisfied.dimension
    and groups.group_name = satisfied.group_name
    and groups.group_kind = satisfied.group_kind
    left join marts.response_rates as rates on rates.span = 'window'
    and rates.period = 'current'
    and groups.dimension = rates.dimension
    and groups.group_name = rates.group_name
    and groups.group_kind = rates.group_kind
order by
    groups.dimension,
    groups.position,
    scores.score nulls last,
    groups.group_kind,
    groups.group_name
