-- One row per industry and ratio, over the latest statements that are compared, see ratios; and one for all industries
-- together. Quartiles are interpolated linearly and NULL below solvency.min_peers clients.
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
        union all
        select
            * replace('all industries' as industry)
        from
            compared
    )
select
    grouped.industry,
    grouped.ratio,
    min(grouped.position)::integer as position,
    min(grouped.subject) as subject,
    min(grouped.formula) as formula,
    min(grouped.unit) as unit,
    min(grouped.better) as better,
    count(*)::integer as clients,
    case
        when count(*) >= min(settings.solvency_min_peers) then quantile_cont(grouped.value::double, 0.25)
    end as lower_quartile,
    case
        when count(*) >= min(settings.solvency_min_peers) then quantile_cont(grouped.value::double, 0.5)
    end as median,
    case
        when count(*) >= min(settings.solvency_min_peers) then quantile_cont(grouped.value::double, 0.75)
    end as upper_quartile,
    case
        when count(grouped.band) > 0 then count(
            case
                when grouped.band = 'strong' then 1
            end
        )
    end::integer as strong,
    case
        when count(grouped.band) > 0 then count(
            case
                when grouped.band = 'adequate' then 1
            end
        )
    end::integer as adequate,
    case
        when count(grouped.band) > 0 then count(
            case
                when grouped.band = 'weak' then 1
            end
        )
    end::integer as weak,
    case
        when count(grouped.band) > 0 then count(
            case
                when grouped.band = 'critical' then 1
            end
        )
    end::integer as critical
from
    grouped
    cross join run.settings as settings
group by
    grouped.industry,
    grouped.ratio
