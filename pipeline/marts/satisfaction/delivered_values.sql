-- One row per group and component of delivered value with an answer in the current window: its mean against that of all.
-- Delivered value (客户让渡价值) is the four values, of the goods, the service, the people and the image, less the four costs, in
-- money, time, energy and worry (Kotler, Marketing Management). A component's mean is of all who answered for it; delivered value
-- itself, the component delivered_value, of those who answered for all eight. advantage is how much better than all a group is: more of
-- a value, less of a cost. Of fewer answers than satisfaction.min_answers nothing is told but their number.
-- Every told mean of a group is one comparison, hundreds at once, of which one in twenty would differ by chance alone if each were judged by
-- itself. So the chance of each is adjusted for all of them (Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57,
-- 1995), and a group is called better or worse where that is no more than satisfaction.false_discovery_rate. The chance is that of
-- Student's t, two-sided, by D. Wallace's normal deviate (Annals of Mathematical Statistics 30, 1959) and the complementary error
-- function of W. Press and others, Numerical Recipes, chapter 6.2. The deviation is the group's own, or that of all where it all answers alike.
-- key: dimension, group_name, group_kind, component
-- columns:
--   dimension    all, kind, tier, region, segment, owner or service_point, see survey_groups
--   group_name   Value of the group; all, missing or anonymous where the kind says so
--   group_kind   all, value, missing or anonymous
--   position     Place of the group where its dimension has an order; else 0
--   component    product_value, service_value, people_value, image_value, money_cost, time_cost, energy_cost, psychic_cost or delivered_value
--   is_cost      Whether it is a cost: 5 is the heaviest burden
--   answers      Answers that count [answers]
--   mean         Mean; NULL for too few answers [1 to 5, delivered_value -16 to 16]
--   mean_low     Lower end of its interval of prediction.confidence, taken by itself [points]
--   mean_high    Upper end of that interval [points]
--   all_mean     Mean of all [1 to 5, delivered_value -16 to 16]
--   advantage    How much better than all the group is: its mean less theirs, for a cost theirs less its; NULL for too few answers [points]
--   adjusted_p   Chance of as great a difference without any, adjusted for all comparisons; NULL of all themselves and without a mean [0 to 1]
--   comparisons  Comparisons made at once: means of groups that are told [comparisons]
--   against_all  worse or better where that chance is small enough, else like all; NULL without a mean
--   weak_place   Place of the component in the group, from 1 where it is farthest behind all; NULL of delivered_value, of all themselves and without a mean
-- checks:
--   the mean lies in its interval: mean is null or mean between mean_low and mean_high
with
    counts as (
        select
            dimension,
            group_name,
            group_kind,
            position,
            question as component,
            question like '%cost' as is_cost,
            sum(answers) as answers,
            sum(score * answers) as total,
            sum(score * score * answers) as squares
        from
            marts.score_counts
        where
            span = 'window'
            and period = 'current'
            and question not in ('recommend', 'satisfaction', 'expected', 'gap')
        group by
            dimension,
            group_name,
            group_kind,
            position,
            question
    ),
    means as (
        select
            counts.*,
            safe_div(counts.total, counts.answers) as mean,
            sqrt(
                safe_div(
                    counts.squares * counts.answers - counts.total * counts.total,
                    counts.answers * (counts.answers - 1)
                )
            ) as deviation,
            coalesce(
                intervals.normal_quantile * sqrt(
                    safe_div(
                        counts.squares * counts.answers - counts.total * counts.total,
                        counts.answers * counts.answers * (counts.answers - 1)
                    )
                ),
                0
            ) as reach,
            counts.answers >= settings.satisfaction_min_answers as is_told
        from
            counts
            cross join marts.interval_quantile as intervals
            cross join run.settings as settings
    ),
    compared as (
        select
            means.*,
            wholes.mean as all_mean,
            case
                when means.deviation > 0 then means.deviation
                else wholes.deviation
            end / sqrt(means.answers) as error,
            case
                when means.deviation > 0 then means.answers
                else wholes.answers
            end - 1 as freedom,
            means.is_told
            and means.dimension <> 'all' as is_compared,
            case
                when not means.is_told then null
                when means.is_cost then wholes.mean - means.mean
                else means.mean - wholes.mean
            end as advantage
        from
            means
            inner join means as wholes on means.component = wholes.component
            and wholes.dimension = 'all'
    ),
    deviates as (
        select
            compared.*,
            -- All answer alike, and as all do: no difference. Alike, and all others too, but otherwise: no chance.
            case
                when not is_compared then null
                when advantage = 0 then 0.0
                when coalesce(error, 0) = 0 then 40.0
                else safe_div(8 * freedom + 1, 8 * freedom + 3) * sqrt(freedom * ln(1 + safe_div(power(advantage / error, 2), freedom)))
            end as deviate
        from
            compared
    ),
    weighed as (
        select
            deviates.*,
            1 / (1 + deviate / sqrt(8)) as t
        from
            deviates
    ),
    chances as (
        select
            weighed.*,
            t * exp(
                - deviate * deviate / 2 - 1.26551223 + t * (
                    1.00002368 + t * (
                        0.37409196 + t * (
                            0.09678418 + t * (
                                - 0.18628806 + t * (0.27886807 + t * (- 1.13520398 + t * (1.48851587 + t * (- 0.82215223 + t * 0.17087277))))
                            )
                        )
                    )
                )
            ) as p
        from
            weighed
    ),
    -- Equal chances have the rank of the last of them.
    ranked as (
        select
            chances.*,
            count(p) over (
                order by
                    p
            ) as rank,
            count(p) over () as comparisons
        from
            chances
    ),
    adjusted as (
        select
            ranked.*,
            case
                when is_compared then least(
                    1.0,
                    min(p * comparisons / rank) over (
                        order by
                            p desc nulls first
                    )
                )
            end as adjusted_p
        from
            ranked
    )
select
    dimension,
    group_name,
    group_kind,
    position,
    component,
    is_cost,
    answers::integer as answers,
    case
        when is_told then mean
    end as mean,
    case
        when is_told then mean - reach
    end as mean_low,
    case
        when is_told then mean + reach
    end as mean_high,
    all_mean,
    advantage,
    adjusted_p,
    comparisons::integer as comparisons,
    case
        when not is_told then null
        when adjusted_p <= settings.satisfaction_false_discovery_rate::double then case
            when advantage < 0 then 'worse'
            when advantage > 0 then 'better'
            else 'like all'
        end
        else 'like all'
    end as against_all,
    case
        when is_told
        and component <> 'delivered_value'
        and dimension <> 'all' then row_number() over (
            partition by
                dimension,
                group_name,
                group_kind
            order by
                case
                    when is_told
                    and component <> 'delivered_value' then advantage
                end nulls last,
                component
        )
    end::integer as weak_place
from
    adjusted
    cross join run.settings as settings
