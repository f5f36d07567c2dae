-- One row per kind of customers and service that they had: how many ordered again, and how likely they were to recommend us.
-- A customer is taken once, by its first order of the time that is settled: the time is as long as the window and ends
-- service.later_days before the as-of date, so that everybody is followed for as long after the order came. Served well is who had that order
-- perfect, or on time where no other part is known; failed, whose order was late, overdue, short or complained of; whose order is neither is left out. Who
-- ordered again did within service.later_days after the order came or was to come. The score is the first answer to whether it would recommend
-- us in that time. That the failed come back less often does not prove that the failure is the cause: who orders from afar waits
-- longer, and may differ otherwise; kinds of customers are told apart for that reason.
-- key: kind, service
-- columns:
--   kind          all, or a kind of customer
--   service       served well, failed, late, short or complained
--   position      Order of the services
--   from_date     First day of the time
--   until_date    Last day of the time
--   customers     Customers [customers]
--   back_customers  Those who ordered again in time [customers]
--   back_rate     Share of them [0 to 1]
--   back_low      Lower end of its interval (Wilson) [0 to 1]
--   back_high     Upper end [0 to 1]
--   answers       Those who said whether they would recommend us in time [answers]
--   mean_score    Mean likelihood to recommend; NULL of fewer answers than satisfaction.min_answers [0 to 10]
--   score_low     Lower end of its interval by the normal distribution; NULL without a mean, and of one answer [0 to 10]
--   score_high    Upper end [0 to 10]
--   back_difference  back_rate less that of those served well; NULL for these, and where there are none [points of 1]
--   is_back_clear  Whether the interval of that difference (Newcombe 1998, hybrid score) does not hold 0: chance hardly explains it
--   score_difference  mean_score less that of those served well [points of 10]
--   is_score_clear  Whether the interval of that difference (normal distribution) does not hold 0
-- checks:
--   no more came back than were there: back_customers <= customers
--   no more answered than were there: answers <= customers
with
    times as (
        select
            (as_of_date - service_later_days - analysis_window_days + 1)::date as from_date,
            (as_of_date - service_later_days)::date as until_date,
            service_later_days as later_days
        from
            run.settings
    ),
    orders as (
        select
            service.customer_id,
            service.kind,
            service.order_id,
            service.order_date,
            coalesce(service.judged_date, service.required_date) as day,
            service.is_late,
            service.is_short,
            service.is_complained,
            service.perfect_state,
            service.perfect_parts,
            times.from_date,
            times.until_date,
            times.later_days
        from
            marts.order_service as service
            inner join times on coalesce(service.judged_date, service.required_date) between times.from_date and times.until_date
        where
            service.is_settled
    ),
    judged as (
        select
            orders.*,
            case
                when is_late
                or is_short
                or is_complained then 'failed'
                when perfect_state = 'perfect' then 'served well'
                when perfect_parts < 2
                and not is_late then 'served well'
            end as service
        from
            orders
    ),
    taken as (
        select
            *
        from
            judged
        where
            service is not null
        qualify
            row_number() over (
                partition by
                    customer_id
                order by
                    day,
                    order_date,
                    order_id
            ) = 1
    ),
    divided as (
        select
            unnest(
                [
                    service,
                    case
                        when is_late then 'late'
                    end,
                    case
                        when is_short then 'short'
                    end,
                    case
                        when is_complained then 'complained'
                    end
                ]
            ) as service,
            customer_id,
            kind,
            day,
            from_date,
            until_date,
            later_days
        from
            taken
    ),
    answers as (
        select
            taken.customer_id,
            surveys.recommend_score
        from
            taken
            inner join staging.stg_surveys as surveys on taken.customer_id = surveys.customer_id
            and surveys.answered_date > taken.day
            and surveys.answered_date <= taken.day + taken.later_days
        where
            surveys.recommend_score is not null
        qualify
            row_number() over (
                partition by
                    taken.customer_id
                order by
                    surveys.answered_date,
                    surveys.survey_id
            ) = 1
    ),
    followed as (
        select
            unnest(['all', divided.kind]) as kind,
            divided.service,
            divided.from_date,
            divided.until_date,
            answers.recommend_score,
            exists (
                select
                    1
                from
                    marts.purchases as purchases
                where
                    purchases.customer_id = divided.customer_id
                    and purchases.purchase_date > divided.day
                    and purchases.purchase_date <= divided.day + divided.later_days
            ) as is_back
        from
            divided
            left join answers on divided.customer_id = answers.customer_id
        where
            divided.service is not null
    ),
    counts as (
        select
            kind,
            service,
            from_date,
            until_date,
            count(*) as customers,
            count(
                case
                    when is_back then 1
                end
            ) as back_customers,
            count(recommend_score) as answers,
            sum(recommend_score) as scores,
            sum(recommend_score * recommend_score) as squares
        from
            followed
        group by
            kind,
            service,
            from_date,
            until_date
    ),
    scored as (
        select
            counts.*,
            case
                when answers >= settings.satisfaction_min_answers then safe_div(scores, answers)
            end as mean_score,
            case
                when answers >= settings.satisfaction_min_answers
                and answers > 1 then sqrt(safe_div(greatest(0, safe_div(squares - safe_div(scores * scores, answers), answers - 1)), answers))
            end as error
        from
            counts
            cross join run.settings as settings
    ),
    rated as (
        select
            scored.kind,
            scored.service,
            case scored.service
                when 'served well' then 1
                when 'failed' then 2
                when 'late' then 3
                when 'short' then 4
                else 5
            end as position,
            scored.from_date,
            scored.until_date,
            scored.customers,
            scored.back_customers,
            scored.answers,
            scored.mean_score,
            scored.error,
            safe_div(scored.back_customers, scored.customers) as back_rate,
            wilson_low (scored.back_customers, scored.customers, quantiles.normal_quantile) as back_low,
            wilson_high (scored.back_customers, scored.customers, quantiles.normal_quantile) as back_high,
            quantiles.normal_quantile
        from
            scored
            cross join marts.interval_quantile as quantiles
    ),
    compared as (
        select
            rated.*,
            rated.back_rate - well.back_rate as back_difference,
            sqrt(
                (rated.back_rate - rated.back_low) * (rated.back_rate - rated.back_low) + (well.back_high - well.back_rate) * (well.back_high - well.back_rate)
            ) as below,
            sqrt(
                (rated.back_high - rated.back_rate) * (rated.back_high - rated.back_rate) + (well.back_rate - well.back_low) * (well.back_rate - well.back_low)
            ) as above,
            rated.mean_score - well.mean_score as score_difference,
            rated.normal_quantile * sqrt(rated.error * rated.error + well.error * well.error) as score_margin
        from
            rated
            left join rated as well on rated.kind = well.kind
            and well.service = 'served well'
            and rated.service <> 'served well'
    )
select
    kind,
    service,
    position::integer as position,
    from_date,
    until_date,
    customers::integer as customers,
    back_customers::integer as back_customers,
    back_rate,
    back_low,
    back_high,
    answers::integer as answers,
    mean_score,
    case
        when error is not null then greatest(0, mean_score - normal_quantile * error)
    end as score_low,
    case
        when error is not null then least(10, mean_score + normal_quantile * error)
    end as score_high,
    back_difference,
    back_difference - below > 0
    or back_difference + above < 0 as is_back_clear,
    score_difference,
    abs(score_difference) > score_margin as is_score_clear
from
    compared
