-- Bad rows: goals whose target lies outside of the scale of its metric
-- severity: error
-- fix: mend the line of the list of goals: rates and shares are from 0 to 1 (write 95 % as 0.95), nps is from -100 to 100; show target_metrics lists the units
select
    case
        when targets.target between metrics.lowest and 100
        and metrics.unit = '0 to 1' then 'a target of ' || targets.metric || ' is a share from ' || metrics.lowest || ' to 1: write ' || format('{:g}', targets.target::double) || ' % as ' || format('{:g}', targets.target::double / 100)
        when metrics.highest is not null then 'a target of ' || targets.metric || ' lies between ' || metrics.lowest || ' and ' || metrics.highest || ', and this one is ' || format('{:g}', targets.target::double)
        else 'a target of ' || targets.metric || ' is not less than ' || metrics.lowest || ', and this one is ' || format('{:g}', targets.target::double)
    end as problem,
    targets.goal,
    targets.place
from
    staging.stg_targets as targets
    inner join marts.target_metrics as metrics on targets.metric = metrics.metric
where
    targets.target < metrics.lowest
    or targets.target > metrics.highest
