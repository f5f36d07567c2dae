-- One row per month end: the time without an order after which a customer counted as lost, as it was known that day.
-- It is analysis.lost_after_days, or else the quantile of the gaps between a customer's purchases that had ended by then: the
-- shortest that the share analysis.lost_after_share of them does not exceed (nearest rank), kept between the least and the
-- most days of the settings. A purchase is a day on which the customer ordered, however often; refunds are none. Only gaps
-- that had ended count: who bought once has none. Without any gap there is no horizon unless it is set.
-- key: month_end
-- columns:
--   month_end      Last day of the month, or the as-of date
--   days           A customer without an order for longer than this is lost; NULL where it cannot be found [days]
--   quantile_days  The quantile by itself; NULL without a gap [days]
--   gaps           Gaps between two purchases of a customer that follow each other [gaps]
--   share          Share of the gaps that are no longer than days; NULL without a gap [0 to 1]
--   basis          What days is: setting, quantile, least or most; NULL where it is not known
-- checks:
--   a customer is not lost on the day of its order: days is null or days >= 1
--   without a gap there is no quantile: (gaps = 0) = (quantile_days is null)
with
    gaps as (
        select
            date_trunc('month', purchase_date)::date as month,
            purchase_date - lag (purchase_date) over (
                partition by
                    customer_id
                order by
                    purchase_date
            ) as gap_days
        from
            marts.purchases
    ),
    ended as (
        select
            month,
            gap_days,
            count(*) as gaps
        from
            gaps
        where
            gap_days is not null
        group by
            month,
            gap_days
    ),
    lengths as (
        select distinct
            gap_days
        from
            ended
    ),
    -- Of each length, how many had ended by the month end.
    known as (
        select
            months.month_end,
            lengths.gap_days,
            sum(coalesce(ended.gaps, 0)) over (
                partition by
                    lengths.gap_days
                order by
                    months.month_end
            ) as gaps
        from
            marts.month_ends as months
            cross join lengths
            left join ended on months.month = ended.month
            and lengths.gap_days = ended.gap_days
    ),
    ranked as (
        select
            month_end,
            gap_days,
            gaps,
            sum(gaps) over (
                partition by
                    month_end
                order by
                    gap_days
            ) as gaps_so_far,
            sum(gaps) over (
                partition by
                    month_end
            ) as all_gaps
        from
            known
    ),
    quantiles as (
        select
            months.month_end,
            coalesce(max(ranked.all_gaps), 0) as gaps,
            min(
                case
                    when ranked.all_gaps > 0
                    and ranked.gaps_so_far >= ranked.all_gaps * settings.analysis_lost_after_share::decimal(20, 9) then ranked.gap_days
                end
            ) as quantile_days
        from
            marts.month_ends as months
            cross join run.settings as settings
            left join ranked on months.month_end = ranked.month_end
        group by
            months.month_end
    ),
    horizons as (
        select
            quantiles.month_end,
            coalesce(
                settings.analysis_lost_after_days,
                case
                    when quantiles.quantile_days is not null then least(
                        greatest(quantiles.quantile_days, settings.analysis_lost_after_least_days),
                        settings.analysis_lost_after_most_days
                    )
                end
            ) as days,
            quantiles.quantile_days,
            quantiles.gaps,
            case
                when settings.analysis_lost_after_days is not null then 'setting'
                when quantiles.quantile_days < settings.analysis_lost_after_least_days then 'least'
                when quantiles.quantile_days > settings.analysis_lost_after_most_days then 'most'
                when quantiles.quantile_days is not null then 'quantile'
            end as basis
        from
            quantiles
            cross join run.settings as settings
    ),
    covered as (
        select
            horizons.month_end,
            sum(ranked.gaps) as gaps
        from
            horizons
            inner join ranked on horizons.month_end = ranked.month_end
            and ranked.gap_days <= horizons.days
        group by
            horizons.month_end
    )
select
    horizons.month_end,
    horizons.days::integer as days,
    horizons.quantile_days::integer as quantile_days,
    horizons.gaps::integer as gaps,
    safe_div(coalesce(covered.gaps, 0), horizons.gaps) as share,
    horizons.basis
from
    horizons
    left join covered on horizons.month_end = covered.month_end
