-- One row per run with an order: the time without an order after which a customer counts as lost.
-- It is analysis.lost_after_days, or else the quantile of the gaps between a customer's purchases: the shortest that the
-- share analysis.lost_after_share of them does not exceed (nearest rank), kept between the least and the most days of the
-- settings. A purchase is a day on which the customer ordered, however often; refunds are none. Only gaps that have ended
-- count: who bought once has none. Without any gap there is no horizon unless it is set.
-- key: none
-- columns:
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
            purchase_date - lag (purchase_date) over (
                partition by
                    customer_id
                order by
                    purchase_date
            ) as gap_days
        from
            marts.purchases
    ),
    lengths as (
        select
            gap_days,
            sum(count(gap_days)) over (
                order by
                    gap_days
            ) as gaps_so_far,
            sum(count(gap_days)) over () as gaps
        from
            gaps
        group by
            gap_days
    ),
    quantiles as (
        select
            min(
                case
                    when lengths.gaps_so_far >= lengths.gaps * settings.analysis_lost_after_share::decimal(20, 9) then lengths.gap_days
                end
            ) as quantile_days,
            max(lengths.gaps) as gaps
        from
            lengths
            cross join run.settings as settings
    ),
    horizons as (
        select
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
        where
            quantiles.gaps is not null
    ),
    covered as (
        select
            sum(
                case
                    when gaps.gap_days <= horizons.days then 1
                    else 0
                end
            ) as gaps
        from
            gaps
            cross join horizons
    )
select
    horizons.days::integer as days,
    horizons.quantile_days::integer as quantile_days,
    horizons.gaps::integer as gaps,
    safe_div(covered.gaps, horizons.gaps) as share,
    horizons.basis
from
    horizons
    cross join covered
