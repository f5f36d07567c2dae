-- One row per window with an answer: the net promoter score of all who answered in it, with its standard error.
-- NPS = share of promoters (9 and 10) less share of detractors (0 to 6), passives (7 and 8) between them, in points from -100
-- to 100 (Reichheld 2003). Its variance is that of an answer that counts 1, 0 or -1, by the number of answers: (1 - s)^2 P +
-- s^2 N + (1 + s)^2 D, s = P - D. Of few answers that error says too little, of equal ones nothing; the interval is that of the
-- score after 3/4 was added to promoters and detractors and 3 to the answers, which holds what it is for from few answers on
-- (B. Rocks, The American Statistician 70, 2016). Who did not answer may think otherwise: the rate of answers stands
-- beside it, of the forms sent in the window.
-- key: period
-- columns:
--   period          current: the analysis window up to the as-of date; prior: the window before it
--   answers         Answers to the question whether they would recommend us [answers]
--   promoters       Those of 9 and 10 [answers]
--   passives        Those of 7 and 8 [answers]
--   detractors      Those of 0 to 6 [answers]
--   score           Net promoter score [-100 to 100]
--   standard_error  Its standard error [points]
--   score_low       Lower end of its interval of prediction.confidence [-100 to 100]
--   score_high      Upper end of that interval [-100 to 100]
--   asked           Forms sent in the window [forms]
--   answered        Those of them that were answered [forms]
--   response_rate   Share answered; NULL where no form has a date [0 to 1]
--   response_low    Lower end of its interval of prediction.confidence by Wilson: of few forms the rate says little [0 to 1]
--   response_high   Upper end of that interval [0 to 1]
-- checks:
--   each answer is of one kind: answers = promoters + passives + detractors
--   the score lies in its interval: score between score_low and score_high
with
    surveys as (
        select
            surveys.recommend_score,
            surveys.answered_date,
            surveys.sent_date,
            case
                when surveys.answered_date > settings.as_of_date - settings.analysis_window_days then 'current'
                when surveys.answered_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
            end as answer_period,
            case
                when surveys.sent_date > settings.as_of_date - settings.analysis_window_days then 'current'
                when surveys.sent_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
            end as sent_period
        from
            staging.stg_surveys as surveys
            cross join run.settings as settings
    ),
    counts as (
        select
            answer_period as period,
            count(*) as answers,
            count(
                case
                    when recommend_score >= 9 then 1
                end
            ) as promoters,
            count(
                case
                    when recommend_score >= 7
                    and recommend_score < 9 then 1
                end
            ) as passives,
            count(
                case
                    when recommend_score < 7 then 1
                end
            ) as detractors
        from
            surveys
        where
            answer_period is not null
            and recommend_score is not null
        group by
            answer_period
    ),
    asked as (
        select
            sent_period as period,
            count(*) as asked,
            count(answered_date) as answered
        from
            surveys
        where
            sent_period is not null
        group by
            sent_period
    ),
    scored as (
        select
            counts.*,
            safe_div(promoters - detractors, answers) as share
        from
            counts
    ),
    adjusted as (
        select
            scored.*,
            safe_div(promoters + 0.75, answers + 3) as more,
            safe_div(detractors + 0.75, answers + 3) as fewer
        from
            scored
    ),
    errors as (
        select
            adjusted.*,
            more - fewer as middle,
            sqrt(safe_div(more + fewer - (more - fewer) * (more - fewer), answers + 3)) as adjusted_error,
            sqrt(
                safe_div(
                    safe_div(
                        (1 - share) * (1 - share) * promoters + share * share * passives + (1 + share) * (1 + share) * detractors,
                        answers
                    ),
                    answers
                )
            ) as error
        from
            adjusted
    )
select
    errors.period,
    errors.answers::integer as answers,
    errors.promoters::integer as promoters,
    errors.passives::integer as passives,
    errors.detractors::integer as detractors,
    100 * errors.share as score,
    100 * errors.error as standard_error,
    -- Of one or two answers the middle is so far from the score that this may lie outside.
    greatest(-100, 100 * least(errors.share, errors.middle - intervals.normal_quantile * errors.adjusted_error)) as score_low,
    least(
        100,
        100 * greatest(errors.share, errors.middle + intervals.normal_quantile * errors.adjusted_error)
    ) as score_high,
    asked.asked::integer as asked,
    asked.answered::integer as answered,
    safe_div(asked.answered, asked.asked) as response_rate,
    wilson_low (asked.answered, asked.asked, intervals.normal_quantile) as response_low,
    wilson_high (asked.answered, asked.asked, intervals.normal_quantile) as response_high
from
    errors
    cross join marts.interval_quantile as intervals
    left join asked on errors.period = asked.period
