-- One row per setting that readers may try another value of: what it is now, where it stands.
-- columns:
--   setting        Name of the setting, as project.yaml writes it below settings
--   value          Its value, where it is a number; NULL where it is left to the data; of weights the one in force
--   choice         Its value, where it is a word; of weights where they come from: judgements or settings
--   default_file   File that its default stands in
--   default_line   Line of the default
--   project_file   File that the project's own settings stand in
--   project_line   Line of it that sets another value; NULL where the default holds
--   settings_line  Line of it where the settings begin; NULL where there are none
select
    places.setting,
    case places.setting
        when 'analysis.lost_after_days' then settings.analysis_lost_after_days
        when 'rfm.consistency_limit' then settings.rfm_consistency_limit
        else weights.weight
    end::double as value,
    case places.setting
        when 'value.measure' then settings.value_measure
        when 'rfm.random_index' then settings.rfm_random_index
        else weights.source
    end as choice,
    places.default_file,
    places.default_line::integer as default_line,
    places.project_file,
    places.project_line::integer as project_line,
    places.settings_line::integer as settings_line
from
    run.setting_places as places
    cross join run.settings as settings
    left join marts.rfm_weights as weights on places.setting = 'rfm.' || weights.measure || '_weight'
where
    places.setting in (
        'value.measure',
        'value.tiers',
        'analysis.lost_after_days',
        'solvency.grades',
        'rfm.recency_weight',
        'rfm.frequency_weight',
        'rfm.monetary_weight',
        'rfm.random_index',
        'rfm.consistency_limit'
    )
order by
    places.position
