-- One row per period, group, question and score: how many customers answered so. Net promoter score, satisfaction and the means of
-- delivered value are made from these counts.
-- key: span, period, dimension, group_name, group_kind, question, score
-- columns:
--   span         window, or trend, see survey_periods
--   period       The period
--   dimension    all, kind, tier, region, segment, owner or service_point, see survey_groups
--   group_name   Value of the group; all, missing or anonymous where the kind says so
--   group_kind   all, value, missing or anonymous
--   position     Place of the group where its dimension has an order; else 0
--   question     What was asked, see counted_answers
--   score        The answer
--   answers      Answers that count: one for each customer, and each anonymous one [answers]
--   anonymous    Those of them that are anonymous [answers]
--   repeated     Earlier answers of these customers in the period, which do not count [answers]
select
    counted.span,
    counted.period,
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.position,
    counted.question,
    counted.score,
    count(*)::integer as answers,
    count(
        case
            when counted.customer_id is null then 1
        end
    )::integer as anonymous,
    sum(counted.given - 1)::integer as repeated
from
    marts.counted_answers as counted
    inner join marts.survey_groups as groups on counted.survey_id = groups.survey_id
group by
    counted.span,
    counted.period,
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.position,
    counted.question,
    counted.score
