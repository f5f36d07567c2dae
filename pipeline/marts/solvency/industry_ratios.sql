-- One row per industry and ratio, over the latest statements that are compared, see ratios; and one for all of them
-- together, those without an industry too. Quartiles are interpolated linearly and NULL below solvency.min_peers clients.
-- key: industry, ratio
-- columns:
--   industry        Industry of the customer file, or 'all industries'
--   ratio           Name of the ratio
--   position        Place of the ratio among the others, from 1
--   subject         Heading it is shown under
--   formula         Formula in words
--   unit            times, share (0 to 1) or days
--   better          Which way is good: higher or lower
--   clients         Clients compared [clients]
--   lower_quartile  Value that a quarter of them stay below, in the ratio's unit
--   median          Value in the middle, in the ratio's unit
--   upper_quartile  Value that a quarter of them exceed, in the ratio's unit
--   strong          Clients in the band strong; NULL for a ratio without bands [clients]
--   adequate        Clients in the band adequate [clients]
--   weak            Clients in the band weak [clients]
--   critical        Clients in the band critical [clients]
--   weak_share      Share of the clients in the band weak [0 to 1]
--   critical_share  Share of the clients in the band critical [0 to 1]
-- checks:
--   the bands hold all clients: coalesce(strong + adequate + weak + critical = clients, true)
with
    compared as (
        select
            ratios.ratio,
            ratios.position,
            ratios.subject,
            ratios.formula,
            ratios.unit,
            ratios.better,
            ratios.value,
            ratios.band,
            customers.industry
        from
            marts.ratios as ratios
            inner join marts.customers as customers on ratios.customer_id = customers.customer_id
        where
            ratios.is_compared
    ),
    grouped as (
        select
            *
        from
            compared
        where
            industry is not null
        union all
        select
            * replace('all industries' as industry)
        from
            compared
    ),
    measured as (
        select
            industry,
            ratio,
            min(position)::integer as position,
            min(subject) as subject,
            min(formula) as formula,
            min(unit) as unit,
            min(better) as better,
            count(*)::integer as clients,
            quantile_cont(value::double, 0.25) as lower_quartile,
            quantile_cont(value::double, 0.5) as median,
            quantile_cont(value::double, 0.75) as upper_quartile,
            count(band) > 0 as has_bands,
            count(
                case
                    when band = 'strong' then 1
                end
            )::integer as strong,
            count(
                case
                    when band = 'adequate' then 1
                end
            )::integer as adequate,
            count(
                case
                    when band = 'weak' then 1
                end
            )::integer as weak,
            count(
                case
                    when band = 'critical' then 1
                end
            )::integer as critical
        from
            grouped
        group by
            industry,
            ratio
    )
select
    measured.industry,
    measured.ratio,
    measured.position,
    measured.subject,
    measured.formula,
    measured.unit,
    measured.better,
    measured.clients,
    case
        when measured.clients >= settings.solvency_min_peers then measured.lower_quartile
    end as lower_quartile,
    case
        when measured.clients >= settings.solvency_min_peers then measured.median
    end as median,
    case
        when measured.clients >= settings.solvency_min_peers then measured.upper_quartile
    end as upper_quartile,
    case
        when measured.has_bands then measured.strong
    end as strong,
    case
        when measured.has_bands then measured.adequate
    end as adequate,
    case
        when measured.has_bands then measured.weak
    end as weak,
    case
        when measured.has_bands then measured.critical
    end as critical,
    case
        when measured.has_bands then safe_div(measured.weak, measured.clients)
    end as weak_share,
    case
        when measured.has_bands then safe_div(measured.critical, measured.clients)
    end as critical_share
from
    measured
    cross join run.settings as settings
