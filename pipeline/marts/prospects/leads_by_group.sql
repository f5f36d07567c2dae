-- One row per group of leads: how many there are and what became of them, how long that took, and what the open ones are worth.
-- Groups are all leads, those of a class, source, owner or region, and of the lost ones those of a reason. The rate won is of the
-- leads that were closed: an open lead is not lost. Times are from the record to the close; a close on a day that is not known counts
-- in the rate and has no time, and is in neither window. The pipeline is the expected amount of the open leads; weighted by the
-- chance of each, by its class and whether it is stale, it is what may be expected of it (leads.weighted_amount).
-- key: dimension, group_value, has_value
-- columns:
--   dimension         all, class, source, owner, region or lost reason
--   group_value       Group; all for all leads, and what the others have that have no value
--   has_value         Whether the leads of the group have the value
--   position          Place of the class, from the best; NULL for other dimensions
--   leads             Leads [leads]
--   leads_share       Share of all leads of the dimension [0 to 1]
--   open_leads        Leads that are open [leads]
--   won_leads         Leads won [leads]
--   lost_leads        Leads lost [leads]
--   undated_leads     Leads won or lost on a day that is not known [leads]
--   won_rate          Leads won by leads closed; NULL where none is closed [0 to 1]
--   won_low           Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   won_high          Upper end [0 to 1]
--   current_closed    Leads closed in the current window [leads]
--   current_won_rate  Share of them that were won [0 to 1]
--   prior_closed      Leads closed in the window before [leads]
--   prior_won_rate    Share of them that were won [0 to 1]
--   won_change        Share of the current window less that of the one before; NULL without either [-1 to 1]
--   change_low        Lower end of its interval (Newcombe) at prediction.confidence [-1 to 1]
--   change_high       Upper end of that interval [-1 to 1]
--   win_days          Median time to win a lead [days]
--   win_days_p90      Time in which nine of ten of those won were won [days]
--   loss_days         Median time to lose a lead [days]
--   loss_days_p90     Time in which nine of ten of those lost were lost [days]
--   open_age_days     Median age of the open leads [days]
--   stale_leads       Open leads that are stale [leads]
--   stale_amount      Expected amount of them; NULL where no lead is stale or none has an amount [reporting currency]
--   pipeline_amount   Expected amount of the open leads; NULL where none is open or none has an amount [reporting currency]
--   unvalued_leads    Open leads without an expected amount [leads]
--   weighted_amount   Expected amount x chance, of the open leads of which both are known [reporting currency]
--   unweighted_leads  Open leads of which either is not known [leads]
--   stale_weighted    Part of it that is expected of stale leads; NULL where no lead is stale or of none both are known [reporting currency]
--   won_amount        Expected amount of the leads won; NULL where none has an amount [reporting currency]
-- checks:
--   a lead is open, won or lost: open_leads + won_leads + lost_leads = leads
--   an open lead without an amount has no weight: unvalued_leads <= unweighted_leads
--   what is weighted is no more than the whole: weighted_amount is null or weighted_amount <= pipeline_amount + 0.01
with
    grouped as (
        select
            'all' as dimension,
            'all' as group_value,
            true as has_value,
            null::integer as position,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'class',
            class,
            true,
            class_position,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'source',
            coalesce(source, 'no source'),
            source is not null,
            null,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'owner',
            coalesce(owner, 'nobody'),
            owner is not null,
            null,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'region',
            coalesce(region, 'no region'),
            region is not null,
            null,
            leads.*
        from
            marts.leads as leads
        union all
        select
            'lost reason',
            coalesce(lost_reason, 'not noted'),
            lost_reason is not null,
            null,
            leads.*
        from
            marts.leads as leads
        where
            status = 'lost'
    ),
    timed as (
        select
            grouped.*,
            case
                when grouped.status <> 'open'
                and grouped.closed_date > settings.as_of_date - settings.analysis_window_days then 'current'
                when grouped.status <> 'open'
                and grouped.closed_date > settings.as_of_date - 2 * settings.analysis_window_days then 'prior'
            end as closed_in
        from
            grouped
            cross join run.settings as settings
    ),
    sums as (
        select
            dimension,
            group_value,
            has_value,
            max(position) as position,
            count(*) as leads,
            count(
                case
                    when status = 'open' then 1
                end
            ) as open_leads,
            count(
                case
                    when status = 'won' then 1
                end
            ) as won_leads,
            count(
                case
                    when status = 'lost' then 1
                end
            ) as lost_leads,
            count(
                case
                    when status <> 'open'
                    and closed_date is null then 1
                end
            ) as undated_leads,
            count(
                case
                    when closed_in = 'current' then 1
                end
            ) as current_closed,
            count(
                case
                    when closed_in = 'current'
                    and status = 'won' then 1
                end
            ) as current_won,
            count(
                case
                    when closed_in = 'prior' then 1
                end
            ) as prior_closed,
            count(
                case
                    when closed_in = 'prior'
                    and status = 'won' then 1
                end
            ) as prior_won,
            quantile_cont(
                case
                    when status = 'won' then days_to_close
                end::double,
                0.5
            ) as win_days,
            quantile_cont(
                case
                    when status = 'won' then days_to_close
                end::double,
                0.9
            ) as win_days_p90,
            quantile_cont(
                case
                    when status = 'lost' then days_to_close
                end::double,
                0.5
            ) as loss_days,
            quantile_cont(
                case
                    when status = 'lost' then days_to_close
                end::double,
                0.9
            ) as loss_days_p90,
            quantile_cont(age_days::double, 0.5) as open_age_days,
            count(
                case
                    when is_stale then 1
                end
            ) as stale_leads,
            sum(
                case
                    when is_stale then expected_amount
                end
            ) as stale_amount,
            sum(
                case
                    when status = 'open' then expected_amount
                end
            ) as pipeline_amount,
            count(
                case
                    when status = 'open'
                    and expected_amount is null then 1
                end
            ) as unvalued_leads,
            sum(
                weighted_amount
                order by
                    lead_id
            ) as weighted_amount,
            count(
                case
                    when status = 'open'
                    and weighted_amount is null then 1
                end
            ) as unweighted_leads,
            sum(
                case
                    when is_stale then weighted_amount
                end
                order by
                    lead_id
            ) as stale_weighted,
            sum(
                case
                    when status = 'won' then expected_amount
                end
            ) as won_amount
        from
            timed
        group by
            dimension,
            group_value,
            has_value
    ),
    windows as (
        select
            sums.dimension,
            sums.group_value,
            sums.has_value,
            safe_div(sums.current_won, sums.current_closed) as current_rate,
            wilson_low (sums.current_won, sums.current_closed, quantiles.normal_quantile) as current_low,
            wilson_high (sums.current_won, sums.current_closed, quantiles.normal_quantile) as current_high,
            safe_div(sums.prior_won, sums.prior_closed) as prior_rate,
            wilson_low (sums.prior_won, sums.prior_closed, quantiles.normal_quantile) as prior_low,
            wilson_high (sums.prior_won, sums.prior_closed, quantiles.normal_quantile) as prior_high
        from
            sums
            cross join marts.interval_quantile as quantiles
    )
select
    sums.dimension,
    sums.group_value,
    sums.has_value,
    sums.position::integer as position,
    sums.leads::integer as leads,
    safe_div(
        sums.leads,
        sum(sums.leads) over (
            partition by
                sums.dimension
        )
    ) as leads_share,
    sums.open_leads::integer as open_leads,
    sums.won_leads::integer as won_leads,
    sums.lost_leads::integer as lost_leads,
    sums.undated_leads::integer as undated_leads,
    safe_div(sums.won_leads, sums.won_leads + sums.lost_leads) as won_rate,
    wilson_low (sums.won_leads, sums.won_leads + sums.lost_leads, quantiles.normal_quantile) as won_low,
    wilson_high (sums.won_leads, sums.won_leads + sums.lost_leads, quantiles.normal_quantile) as won_high,
    sums.current_closed::integer as current_closed,
    windows.current_rate as current_won_rate,
    sums.prior_closed::integer as prior_closed,
    windows.prior_rate as prior_won_rate,
    windows.current_rate - windows.prior_rate as won_change,
    windows.current_rate - windows.prior_rate - sqrt(
        (windows.current_rate - windows.current_low) * (windows.current_rate - windows.current_low) + (windows.prior_high - windows.prior_rate) * (windows.prior_high - windows.prior_rate)
    ) as change_low,
    windows.current_rate - windows.prior_rate + sqrt(
        (windows.current_high - windows.current_rate) * (windows.current_high - windows.current_rate) + (windows.prior_rate - windows.prior_low) * (windows.prior_rate - windows.prior_low)
    ) as change_high,
    sums.win_days,
    sums.win_days_p90,
    sums.loss_days,
    sums.loss_days_p90,
    sums.open_age_days,
    sums.stale_leads::integer as stale_leads,
    sums.stale_amount::decimal(18, 4) as stale_amount,
    sums.pipeline_amount::decimal(18, 4) as pipeline_amount,
    sums.unvalued_leads::integer as unvalued_leads,
    sums.weighted_amount,
    sums.unweighted_leads::integer as unweighted_leads,
    sums.stale_weighted,
    sums.won_amount::decimal(18, 4) as won_amount
from
    sums
    inner join windows on sums.dimension = windows.dimension
    and sums.group_value = windows.group_value
    and sums.has_value = windows.has_value
    cross join marts.interval_quantile as quantiles
