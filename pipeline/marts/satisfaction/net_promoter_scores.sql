-- One row per period and group with an answer: its net promoter score, with its standard error and interval.
-- NPS = share of promoters (9 and 10) less share of detractors (0 to 6), passives (7 and 8) between them, in points from -100
-- to 100 (Reichheld 2003); the last answer of each customer counts, see counted_answers. Its variance is that of an answer that
-- counts 1, 0 or -1, by the number of answers: (1 - s)^2 P + s^2 N + (1 + s)^2 D, s = P - D. Of few answers that error says too
-- little, of equal ones nothing; the interval is that of the score after 3/4 was added to promoters and detractors and 3 to the
-- answers, which holds what it is for from few answers on (B. Rocks, The American Statistician 70, 2016). The change from window to
-- window has the interval that follows from those of both (G. Zou and A. Donner, Statistics in Medicine 27, 2008), as if nobody
-- had answered in both: it is rather too wide. Of fewer answers than satisfaction.min_answers nothing is told but their number.
-- key: span, period, dimension, group_name, group_kind
-- columns:
--   span            window, or trend, see survey_periods
--   period          current, prior, or the first day of the period of the trend
--   dimension       all, kind, tier, region, segment, owner or service_point, see survey_groups
--   group_name     Value of the group; all, missing or anonymous where the kind says so
--   group_kind      all, value, missing or anonymous
--   position        Place of the group where its dimension has an order; else 0
--   answers         Answers that count [answers]
--   anonymous       Those of them that are anonymous [answers]
--   repeated        Earlier answers of the same customers in the period, which do not count [answers]
--   promoters       Those of 9 and 10 [answers]
--   passives        Those of 7 and 8 [answers]
--   detractors      Those of 0 to 6 [answers]
--   score           Net promoter score; NULL for too few answers [-100 to 100]
--   standard_error  Its standard error [points]
--   score_low       Lower end of its interval of prediction.confidence [-100 to 100]
--   score_high      Upper end of that interval [-100 to 100]
--   against_all     below or above where the interval does not reach the score of all in the period, else like all; NULL without a score
--   change          Score less that of the window before; NULL for other periods, or without either [points]
--   change_low      Lower end of its interval [points]
--   change_high     Upper end of that interval [points]
-- checks:
--   each answer is of one kind: answers = promoters + passives + detractors
--   the score lies in its interval: score is null or score between score_low and score_high
with
    counts as (
        select
            counts.span,
            counts.period,
            counts.dimension,
            counts.group_name,
            counts.group_kind,
            counts.position,
            sum(counts.answers) as answers,
            sum(counts.anonymous) as anonymous,
            sum(counts.repeated) as repeated,
            sum(
                case
                    when counts.score >= settings.satisfaction_promoter_from then counts.answers
                    else 0
                end
            ) as promoters,
            sum(
                case
                    when counts.score >= settings.satisfaction_passive_from
                    and counts.score < settings.satisfaction_promoter_from then counts.answers
                    else 0
                end
            ) as passives,
            sum(
                case
                    when counts.score < settings.satisfaction_passive_from then counts.answers
                    else 0
                end
            ) as detractors
        from
            marts.score_counts as counts
            cross join run.settings as settings
        where
            counts.question = 'recommend'
        group by
            counts.span,
            counts.period,
            counts.dimension,
            counts.group_name,
            counts.group_kind,
            counts.position
    ),
    scored as (
        select
            counts.*,
            safe_div(promoters - detractors, answers) as share,
            safe_div(promoters + 0.75, answers + 3) as more,
            safe_div(detractors + 0.75, answers + 3) as fewer
        from
            counts
    ),
    errors as (
        select
            scored.*,
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
            scored
    ),
    told as (
        select
            errors.*,
            100 * errors.share as score,
            100 * errors.error as standard_error,
            -- Of one or two answers the middle is so far from the score that this may lie outside.
            greatest(-100, 100 * least(errors.share, errors.middle - intervals.normal_quantile * errors.adjusted_error)) as score_low,
            least(
                100,
                100 * greatest(errors.share, errors.middle + intervals.normal_quantile * errors.adjusted_error)
            ) as score_high,
            errors.answers >= settings.satisfaction_min_answers as is_told
        from
            errors
            cross join marts.interval_quantile as intervals
            cross join run.settings as settings
    )
select
    told.span,
    told.period,
    told.dimension,
    told.group_name,
    told.group_kind,
    told.position,
    told.answers::integer as answers,
    told.anonymous::integer as anonymous,
    told.repeated::integer as repeated,
    told.promoters::integer as promoters,
    told.passives::integer as passives,
    told.detractors::integer as detractors,
    case
        when told.is_told then told.score
    end as score,
    case
        when told.is_told then told.standard_error
    end as standard_error,
    case
        when told.is_told then told.score_low
    end as score_low,
    case
        when told.is_told then told.score_high
    end as score_high,
    case
        when not told.is_told then null
        when told.score_high < wholes.score then 'below'
        when told.score_low > wholes.score then 'above'
        else 'like all'
    end as against_all,
    case
        when told.is_told then told.score - priors.score
    end as change,
    case
        when told.is_told then told.score - priors.score - sqrt(
            (told.score - told.score_low) * (told.score - told.score_low) + (priors.score_high - priors.score) * (priors.score_high - priors.score)
        )
    end as change_low,
    case
        when told.is_told then told.score - priors.score + sqrt(
            (told.score_high - told.score) * (told.score_high - told.score) + (priors.score - priors.score_low) * (priors.score - priors.score_low)
        )
    end as change_high
from
    told
    left join told as wholes on told.span = wholes.span
    and told.period = wholes.period
    and wholes.dimension = 'all'
    left join told as priors on told.span = 'window'
    and told.period = 'current'
    and priors.span = 'window'
    and priors.period = 'prior'
    and told.dimension = priors.dimension
    and told.group_kind = priors.group_kind
    and told.group_name = priors.group_name
    and priors.is_told
