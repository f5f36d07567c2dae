-- One row per business client and period: the grade of its statement, and why.
-- The score is the weighted mean of the bands of the ratios that have a weight (strong 1, adequate 2/3, weak 1/3,
-- critical 0), over those that have a band. The grade is the best of solvency.grades whose least score it reaches, but
-- no better than solvency.caps allow (worst of), nor than solvency.altman_distress_grade in Altman's distress zone. Not
-- graded: a balance sheet that does not balance, or ratios with too little of the weights. A stale statement keeps its
-- grade here, for it was true of its day; client_solvency does not use it.
-- key: customer_id, period_end
-- columns:
--   customer_id     Business client
--   period_end      Last day of the period
--   score           Weighted mean of the bands; NULL where not graded [0 to 1]
--   weight_share    Share of all weights that the ratios with a band hold [0 to 1]
--   score_grade     Grade by the score alone; NULL where not graded
--   grade           Grade by the score and the caps, or the name for 'not graded'
--   grade_position  Place of the grade among the grades: 1 is the best, the last is 'not graded'
--   cap_position    Place of the best grade that the caps and Altman's distress zone allow, whether or not it binds; NULL without a limit
--   is_graded       Whether the statement could be graded
--   reasons         What led to the grade, the worst first, or why there is none
--   prior_grade     Grade of the period before; NULL where there is no statement of it
--   grade_change    Grades better (or worse, negative) than in the period before; NULL where one is not graded [grades]
-- checks:
--   who is graded has a score: is_graded = (score is not null)
--   a grade is no better than the cap: coalesce(grade_position >= cap_position, true)
--   a cap never lifts a grade: coalesce(grade_position >= (select position from run.solvency_grades as grades where grades.grade = this.score_grade), true)
with
    weighted as (
        select
            ratios.customer_id,
            ratios.period_end,
            ratios.ratio,
            ratios.position,
            ratios.band,
            ratios.value,
            ratios.weight::decimal(18, 6) as weight,
            case ratios.band
                when 'strong' then 3
                when 'adequate' then 2
                when 'weak' then 1
                when 'critical' then 0
            end as points,
            replace(ratios.ratio, '_', ' ') as name,
            ratios.unit,
            case
                when ratios.value is null then '(' || ratios.reason || ')'
                when ratios.unit = 'share' then printf('%.1f %%', ratios.value * 100)
                when ratios.unit = 'days' then printf('%.0f days', ratios.value)
                else printf('%.2f', ratios.value)
            end as shown,
            -- Sorted as text in lists, for an ordered string_agg holds 32 kB for each statement; the place is taken off in the end.
            printf('%04d', ratios.position) || chr(31) || name || ' ' || shown as placed
        from
            marts.ratios as ratios
    ),
    scores as (
        select
            customer_id,
            period_end,
            safe_div(
                sum(weight * points),
                3 * sum(
                    case
                        when band is not null then weight
                    end
                )
            ) as score,
            safe_div(
                coalesce(
                    sum(
                        case
                            when band is not null then weight
                        end
                    ),
                    0
                ),
                sum(weight)
            ) as weight_share,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when band = 'critical' then placed
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as critical,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when band = 'weak' then placed
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as weak,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when band = 'adequate' then placed
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as adequate,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when band = 'strong' then placed
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as strong,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when band is null then placed
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as missing
        from
            weighted
        where
            weight > 0
        group by
            customer_id,
            period_end
    ),
    limits as (
        select
            weighted.customer_id,
            weighted.period_end,
            weighted.position,
            caps.best_grade,
            case
                when weighted.ratio = 'equity_ratio'
                and caps.below = 0 then 'negative equity'
                when weighted.unit = 'share' then weighted.name || ' ' || weighted.shown || ' below ' || printf('%.1f %%', caps.below::double * 100)
                else weighted.name || ' ' || weighted.shown || ' below ' || printf('%.2f', caps.below::double)
            end as finding
        from
            weighted
            inner join run.solvency_caps as caps on weighted.ratio = caps.ratio
            and weighted.value < caps.below
        union all
        select
            scores.customer_id,
            scores.period_end,
            1000,
            settings.solvency_altman_distress_grade,
            'Altman ' || scores.model || ' ' || printf('%.2f', scores.score) || ' in the distress zone'
        from
            marts.altman_scores as scores
            cross join run.settings as settings
        where
            scores.zone = 'distress'
    ),
    worst_limits as (
        select
            limits.customer_id,
            limits.period_end,
            max(grades.position) as position,
            array_to_string(
                list_sort(
                    list(
                        printf('%04d%04d', 9999 - grades.position, limits.position) || chr(31) || limits.finding || ', so grade ' || limits.best_grade || ' at best'
                    )
                ),
                '; '
            ) as findings
        from
            limits
            inner join run.solvency_grades as grades on limits.best_grade = grades.grade
        group by
            limits.customer_id,
            limits.period_end
    ),
    score_grades as (
        select
            scores.customer_id,
            scores.period_end,
            min(grades.position) as position
        from
            scores
            inner join run.solvency_grades as grades on scores.score >= grades.min_score
        group by
            scores.customer_id,
            scores.period_end
    ),
    decided as (
        select
            statements.customer_id,
            statements.period_end,
            statements.prior_period_end,
            statements.balance <> 'unbalanced'
            and scores.weight_share >= settings.solvency_min_weight_share as is_graded,
            scores.score,
            scores.weight_share,
            score_grades.position as score_position,
            worst_limits.position as cap_position,
            case
                when is_graded then greatest(score_grades.position, coalesce(cap_position, 1))
            end as position,
            case
                when statements.balance = 'unbalanced' then 'assets differ from liabilities and equity by ' || printf('%.1f %%', 100 * abs(safe_div(statements.balance_gap, statements.total_assets))) || ' of assets'
                when not is_graded then 'only ' || printf('%.0f %%', 100 * scores.weight_share) || ' of the grade can be judged, without ' || scores.missing
                else concat_ws(
                    '; ',
                    worst_limits.findings,
                    'critical: ' || scores.critical,
                    'weak: ' || scores.weak,
                    'adequate: ' || scores.adequate,
                    'strong: ' || scores.strong,
                    'without ' || scores.missing,
                    case
                        when statements.balance = 'not checked' then 'balance not checked'
                    end
                )
            end as reasons
        from
            marts.statements as statements
            cross join run.settings as settings
            inner join scores on statements.customer_id = scores.customer_id
            and statements.period_end = scores.period_end
            left join score_grades on statements.customer_id = score_grades.customer_id
            and statements.period_end = score_grades.period_end
            left join worst_limits on statements.customer_id = worst_limits.customer_id
            and statements.period_end = worst_limits.period_end
    )
select
    decided.customer_id,
    decided.period_end,
    case
        when decided.is_graded then decided.score
    end as score,
    decided.weight_share,
    case
        when decided.is_graded then score_grades.grade
    end as score_grade,
    grades.grade,
    grades.position::integer as grade_position,
    decided.cap_position::integer as cap_position,
    decided.is_graded,
    regexp_replace(decided.reasons, '[0-9]+\x1f', '', 'g') as reasons,
    prior_grades.grade as prior_grade,
    (priors.position - decided.position)::integer as grade_change
from
    decided
    inner join run.solvency_grades as grades on decided.position = grades.position
    or (
        decided.position is null
        and grades.min_score is null
    )
    left join run.solvency_grades as score_grades on decided.score_position = score_grades.position
    left join decided as priors on decided.customer_id = priors.customer_id
    and decided.prior_period_end = priors.period_end
    left join run.solvency_grades as prior_grades on priors.position = prior_grades.position
    or (
        priors.customer_id is not null
        and priors.position is null
        and prior_grades.min_score is null
    )
