-- One row per run with a lead: how many are open, what they may bring, and how many are won.
-- columns:
--   classed_leads  Open leads whose class is known [leads]
--   ideal_leads    Open leads of an ideal class [leads]
--   ideal_stale    Those of them that are stale [leads]
--   ranked_leads   Open leads in the ranking [leads]
--   stale_chance   Share won of the closed leads that had been stale; NULL where too few are, or no open lead goes by it [0 to 1]
--   stale_closed   Closed leads that it rests on [leads]
--   stale_days     An older open lead is stale [days]
--   window_days    Length of the windows [days]
--   stop_leads     Open leads of a class to stop at [leads]
--   stop_amount    Expected amount of them; NULL where none has one [reporting currency]
--   confidence     Chance with which intervals hold [0 to 1]
with
    open_leads as (
        select
            count(
                case
                    when standing <> 'find out' then 1
                end
            ) as classed_leads,
            count(
                case
                    when standing = 'ideal' then 1
                end
            ) as ideal_leads,
            count(
                case
                    when standing = 'ideal'
                    and is_stale then 1
                end
            ) as ideal_stale,
            count(place) as ranked_leads,
            max(
                case
                    when status = 'open'
                    and chance_basis = 'stale' then chance
                end
            ) as stale_chance,
            max(
                case
                    when status = 'open'
                    and chance_basis = 'stale' then chance_leads
                end
            ) as stale_closed,
            count(
                case
                    when standing = 'stop' then 1
                end
            ) as stop_leads,
            sum(
                case
                    when standing = 'stop' then expected_amount
                end
            ) as stop_amount
        from
            marts.leads
        where
            status = 'open'
    )
select
    groups.leads,
    groups.open_leads,
    groups.won_leads,
    groups.lost_leads,
    groups.undated_leads,
    groups.won_rate,
    groups.won_low,
    groups.won_high,
    groups.current_closed,
    groups.current_won_rate,
    groups.prior_closed,
    groups.prior_won_rate,
    groups.won_change,
    groups.change_low,
    groups.change_high,
    groups.win_days,
    groups.win_days_p90,
    groups.loss_days,
    groups.loss_days_p90,
    groups.open_age_days,
    groups.stale_leads,
    groups.stale_amount::double as stale_amount,
    groups.pipeline_amount::double as pipeline_amount,
    groups.unvalued_leads,
    groups.weighted_amount,
    groups.unweighted_leads,
    groups.stale_weighted,
    open_leads.classed_leads::integer as classed_leads,
    open_leads.ideal_leads::integer as ideal_leads,
    open_leads.ideal_stale::integer as ideal_stale,
    open_leads.ranked_leads::integer as ranked_leads,
    open_leads.stop_leads::integer as stop_leads,
    open_leads.stop_amount::double as stop_amount,
    open_leads.stale_chance,
    open_leads.stale_closed,
    settings.prospects_stale_days::integer as stale_days,
    settings.analysis_window_days::integer as window_days,
    settings.prediction_confidence::double as confidence
from
    marts.leads_by_group as groups
    cross join open_leads
    cross join run.settings as settings
where
    groups.dimension = 'all'
order by
    groups.leads
