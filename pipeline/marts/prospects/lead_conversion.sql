-- One row per group of leads and number of months since they were recorded: the share of them won by then.
-- Groups are all leads, and those of a class or source; months are those of prospects.conversion_months. The same
-- leads are followed through all of them, those old enough for the most months that prospects.min_leads of all leads are old enough for: so
-- the shares are a course, and never fall. They count whether they are open, won or lost by today: an open lead is not won yet, and not lost.
-- Leads won or lost on a day that is not known are left out, and counted. More months are not told yet.
-- key: dimension, group_value, has_value, months
-- columns:
--   dimension        all, class or source
--   group_value      Group, as in leads_by_group
--   has_value        Whether the leads of the group have the value
--   months           Months since the lead was recorded [months]
--   followed_months  Most months that enough leads are old enough for, of all groups; NULL without [months]
--   leads            Leads recorded so long ago or longer, and not closed on a day that is not known; 0 where more months are asked for [leads]
--   young_leads      Leads recorded later, or all where more months are asked for [leads]
--   undated_leads    Leads won or lost on a day that is not known [leads]
--   won_leads        Leads won by then [leads]
--   lost_leads       Leads lost by then [leads]
--   won_rate         Share won by then; NULL where no lead is followed so long [0 to 1]
--   won_low          Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   won_high         Upper end [0 to 1]
-- checks:
--   no more are closed than there are: won_leads + lost_leads <= leads
--   longer than followed nobody is: leads = 0 or months <= followed_months
with
    grouped as (
        select
            'all' as dimension,
            'all' as group_value,
            true as has_value,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'class',
            class,
            true,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'source',
            coalesce(source, 'no source'),
            source is not null,
            leads.*
        from
            marts.leads as leads
    ),
    horizon as (
        select
            max(counted.months) as months
        from
            (
                select
                    months.value as months,
                    settings.prospects_min_leads as min_leads,
                    count(*) as leads
                from
                    marts.leads as leads
                    cross join run.settings as settings
                    cross join run.prospects_conversion_months as months
                where
                    (
                        leads.status = 'open'
                        or leads.closed_date is not null
                    )
                    and (leads.created_date + to_months(months.value))::date <= settings.as_of_date
                group by
                    months.value,
                    settings.prospects_min_leads
            ) as counted
        where
            counted.leads >= counted.min_leads
    ),
    aged as (
        select
            grouped.dimension,
            grouped.group_value,
            grouped.has_value,
            grouped.status,
            months.value as months,
            horizon.months as followed_months,
            case
                when grouped.status <> 'open'
                and grouped.closed_date is null then 'undated'
                when months.value <= horizon.months
                and (grouped.created_date + to_months(horizon.months))::date <= settings.as_of_date then 'old enough'
                else 'young'
            end as age,
            grouped.closed_date <= (grouped.created_date + to_months(months.value))::date as is_closed
        from
            grouped
            cross join run.settings as settings
            cross join run.prospects_conversion_months as months
            cross join horizon
    ),
    sums as (
        select
            dimension,
            group_value,
            has_value,
            months,
            max(followed_months) as followed_months,
            count(
                case
                    when age = 'old enough' then 1
                end
            ) as leads,
            count(
                case
                    when age = 'young' then 1
                end
            ) as young_leads,
            count(
                case
                    when age = 'undated' then 1
                end
            ) as undated_leads,
            count(
                case
                    when age = 'old enough'
                    and status = 'won'
                    and is_closed then 1
                end
            ) as won_leads,
            count(
                case
                    when age = 'old enough'
                    and status = 'lost'
                    and is_closed then 1
                end
            ) as lost_leads
        from
            aged
        group by
            dimension,
            group_value,
            has_value,
            months
    )
select
    sums.dimension,
    sums.group_value,
    sums.has_value,
    sums.months::integer as months,
    sums.followed_months::integer as followed_months,
    sums.leads::integer as leads,
    sums.young_leads::integer as young_leads,
    sums.undated_leads::integer as undated_leads,
    sums.won_leads::integer as won_leads,
    sums.lost_leads::integer as lost_leads,
    safe_div(sums.won_leads, sums.leads) as won_rate,
    wilson_low (sums.won_leads, sums.leads, quantiles.normal_quantile) as won_low,
    wilson_high (sums.won_leads, sums.leads, quantiles.normal_quantile) as won_high
from
    sums
    cross join marts.interval_quantile as quantiles
