-- One row per period and group with an answer: how satisfied its customers are (CSAT), and whether that is what they expected.
-- CSAT is the share of answers of 4 and 5 on the scale of 1 to 5 (satisfaction.satisfied_from), with its interval by Wilson; the last
-- answer of each customer counts, see counted_answers. Satisfaction as perceived less expected (Oliver 1980) is the mean of the
-- differences, of the answers that say both, with the interval of a mean. The change from window to window has the interval by
-- Newcombe (Statistics in Medicine 17, 1998, method 10). Of fewer answers than satisfaction.min_answers nothing is told but their number.
-- key: span, period, dimension, group_name, group_kind
-- columns:
--   span             window, or trend, see survey_periods
--   period           current, prior, or the first day of the period of the trend
--   dimension        all, kind, tier, region, segment, owner or service_point, see survey_groups
--   group_name      Value of the group; all, missing or anonymous where the kind says so
--   group_kind       all, value, missing or anonymous
--   position         Place of the group where its dimension has an order; else 0
--   answers          Answers that count [answers]
--   anonymous        Those of them that are anonymous [answers]
--   repeated         Earlier answers of the same customers in the period, which do not count [answers]
--   satisfied        Those of satisfaction.satisfied_from or more [answers]
--   dissatisfied     Those of satisfaction.dissatisfied_to or less [answers]
--   satisfied_rate   Share satisfied (CSAT); NULL for too few answers [0 to 1]
--   satisfied_low    Lower end of its interval of prediction.confidence [0 to 1]
--   satisfied_high   Upper end of that interval [0 to 1]
--   mean_score       Mean satisfaction; NULL for too few answers [1 to 5]
--   against_all      below or above where the interval does not reach the share of all in the period, else like all; NULL without a share
--   change           Share less that of the window before; NULL for other periods, or without either [0 to 1]
--   change_low       Lower end of its interval [0 to 1]
--   change_high      Upper end of that interval [0 to 1]
--   both_answers     Answers that say what was expected too [answers]
--   expected_mean    Mean of what was expected; NULL for too few of these [1 to 5]
--   perceived_mean   Mean satisfaction of the same answers [1 to 5]
--   gap              Perceived less expected [points of 5]
--   gap_low          Lower end of its interval [points of 5]
--   gap_high         Upper end of that interval [points of 5]
--   gap_is           less or more than expected where that interval does not reach 0, else as expected; NULL where it is not told
--   disappointed     Answers with less satisfaction than expected [answers]
--   disappointed_rate  Their share; NULL for too few answers [0 to 1]
-- checks:
--   no more are satisfied and dissatisfied than answered: satisfied + dissatisfied <= answers
--   the share lies in its interval: satisfied_rate is null or satisfied_rate between satisfied_low and satisfied_high
--   no more are disappointed than say both: disappointed <= both_answers
with
    counts as (
        select
            counts.span,
            counts.period,
            counts.dimension,
            counts.group_name,
            counts.group_kind,
            counts.position,
            sum(
                case
                    when counts.question = 'satisfaction' then counts.answers
                    else 0
                end
            ) as answers,
            sum(
                case
                    when counts.question = 'satisfaction' then counts.anonymous
                    else 0
                end
            ) as anonymous,
            sum(
                case
                    when counts.question = 'satisfaction' then counts.repeated
                    else 0
                end
            ) as repeated,
            sum(
                case
                    when counts.question = 'satisfaction'
                    and counts.score >= settings.satisfaction_satisfied_from then counts.answers
                    else 0
                end
            ) as satisfied,
            sum(
                case
                    when counts.question = 'satisfaction'
                    and counts.score <= settings.satisfaction_dissatisfied_to then counts.answers
                    else 0
                end
            ) as dissatisfied,
            sum(
                case
                    when counts.question = 'satisfaction' then counts.score * counts.answers
                end
            ) as score_total,
            sum(
                case
                    when counts.question = 'gap' then counts.answers
                    else 0
                end
            ) as both_answers,
            sum(
                case
                    when counts.question = 'expected' then counts.score * counts.answers
                end
            ) as expected_total,
            sum(
                case
                    when counts.question = 'gap' then counts.score * counts.answers
                end
            ) as gap_total,
            sum(
                case
                    when counts.question = 'gap' then counts.score * counts.score * counts.answers
                end
            ) as gap_squares,
            sum(
                case
                    when counts.question = 'gap'
                    and counts.score < 0 then counts.answers
                    else 0
                end
            ) as disappointed
        from
            marts.score_counts as counts
            cross join run.settings as settings
        where
            counts.question in ('satisfaction', 'expected', 'gap')
        group by
            counts.span,
            counts.period,
            counts.dimension,
            counts.group_name,
            counts.group_kind,
            counts.position
    ),
    told as (
        select
            counts.*,
            counts.answers >= settings.satisfaction_min_answers as is_told,
            counts.both_answers >= settings.satisfaction_min_answers as is_gap_told,
            safe_div(counts.satisfied, counts.answers) as satisfied_rate,
            wilson_low (counts.satisfied, counts.answers, intervals.normal_quantile) as satisfied_low,
            wilson_high (counts.satisfied, counts.answers, intervals.normal_quantile) as satisfied_high,
            safe_div(counts.gap_total, counts.both_answers) as gap,
            -- Of squares less the square of the mean: whole numbers, so that nothing is lost.
            intervals.normal_quantile * sqrt(
                safe_div(
                    counts.gap_squares * counts.both_answers - counts.gap_total * counts.gap_total,
                    counts.both_answers * counts.both_answers * (counts.both_answers - 1)
                )
            ) as gap_reach
        from
            counts
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
    told.satisfied::integer as satisfied,
    told.dissatisfied::integer as dissatisfied,
    case
        when told.is_told then told.satisfied_rate
    end as satisfied_rate,
    case
        when told.is_told then told.satisfied_low
    end as satisfied_low,
    case
        when told.is_told then told.satisfied_high
    end as satisfied_high,
    case
        when told.is_told then safe_div(told.score_total, told.answers)
    end as mean_score,
    case
        when not told.is_told then null
        when told.satisfied_high < wholes.satisfied_rate then 'below'
        when told.satisfied_low > wholes.satisfied_rate then 'above'
        else 'like all'
    end as against_all,
    case
        when told.is_told then told.satisfied_rate - priors.satisfied_rate
    end as change,
    case
        when told.is_told then told.satisfied_rate - priors.satisfied_rate - sqrt(
            (told.satisfied_rate - told.satisfied_low) * (told.satisfied_rate - told.satisfied_low) + (priors.satisfied_high - priors.satisfied_rate) * (priors.satisfied_high - priors.satisfied_rate)
        )
    end as change_low,
    case
        when told.is_told then told.satisfied_rate - priors.satisfied_rate + sqrt(
            (told.satisfied_high - told.satisfied_rate) * (told.satisfied_high - told.satisfied_rate) + (priors.satisfied_rate - priors.satisfied_low) * (priors.satisfied_rate - priors.satisfied_low)
        )
    end as change_high,
    told.both_answers::integer as both_answers,
    case
        when told.is_gap_told then safe_div(told.expected_total, told.both_answers)
    end as expected_mean,
    case
        when told.is_gap_told then safe_div(told.expected_total + told.gap_total, told.both_answers)
    end as perceived_mean,
    case
        when told.is_gap_told then told.gap
    end as gap,
    case
        when told.is_gap_told then told.gap - told.gap_reach
    end as gap_low,
    case
        when told.is_gap_told then told.gap + told.gap_reach
    end as gap_high,
    case
        when not told.is_gap_told then null
        when told.gap + told.gap_reach < 0 then 'less'
        when told.gap - told.gap_reach > 0 then 'more'
        else 'as expected'
    end as gap_is,
    told.disappointed::integer as disappointed,
    case
        when told.is_gap_told then safe_div(told.disappointed, told.both_answers)
    end as disappointed_rate
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
