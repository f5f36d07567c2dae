-- One row per setting that readers may try another value of: what it is now, where it stands.
-- columns:
--   setting        Name of the setting, as project.yaml writes it below settings
--   value          Its value, where it is a number; NULL where it is left to the data
--   choice         Its value, where it is a word
--   default_file   File that its default stands in
--   default_line   Line of the default
--   project_file   File that the project's own settings stand in
--   project_line   Line of it that sets another value; NULL where the default holds
--   settings_line  Line of it where the settings begin; NULL where there are none
select
    places.setting,
    case places.setting
        when 'analysis.lost_after_days' then settings.analysis_lost_after_days
        when 'rfm.recency_weight' then settings.rfm_recency_weight
        when 'rfm.frequency_weight' then settings.rfm_frequency_weight
        when 'rfm.monetary_weight' then settings.rfm_monetary_weight
    end::double as value,
    case places.setting
        when 'value.measure' then settings.value_measure
    end as choice,
    places.default_file,
    places.default_line::integer as default_line,
    places.project_file,
    places.project_line::integer as project_line,
    places.settings_line::integer as settings_line
from
    run.setting_places as places
    cross join run.settings as settings
where
    places.setting in (
        'value.measure',
        'value.tiers',
        'analysis.lost_after_days',
        'solvency.grades',
        'rfm.recency_weight',
        'rfm.frequency_weight',
        'rfm.monetary_weight'
    )
order by
    places.position
