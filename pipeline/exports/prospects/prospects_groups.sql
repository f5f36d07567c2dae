-- One row per class, source, owner, region and lost reason of leads: what became of them, and what the open ones are worth.
-- columns:
--   group_name  Group; NULL for leads without a value
--   standing    What the class is worth; NULL for other groups
--   step        Recommended step for the class; NULL for other groups
select
    groups.dimension,
    case
        when groups.has_value then groups.group_value
    end as group_name,
    groups.position,
    classes.standing,
    classes.step,
    groups.leads,
    groups.leads_share,
    groups.open_leads,
    groups.won_leads,
    groups.lost_leads,
    groups.undated_leads,
    groups.won_rate,
    groups.won_low,
    groups.won_high,
    groups.win_days,
    groups.win_days_p90,
    groups.loss_days,
    groups.open_age_days,
    groups.stale_leads,
    groups.stale_amount::double as stale_amount,
    groups.pipeline_amount::double as pipeline_amount,
    groups.unvalued_leads,
    groups.weighted_amount
from
    marts.leads_by_group as groups
    left join run.prospects_classes as classes on groups.dimension = 'class'
    and groups.group_value = classes.class
where
    groups.dimension <> 'all'
order by
    groups.dimension,
    groups.position,
    groups.leads desc,
    groups.has_value desc,
    groups.group_value
