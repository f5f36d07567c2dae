-- One row per measure of RFM: its weight in the loyalty score.
-- Where the project supplies judgements of experts the weights follow from them, see rfm_consistency; else they are those of
-- the settings.
-- key: measure
-- columns:
--   measure  recency, frequency or monetary
--   weight   Weight in the loyalty score; the three add up to 1 [0 to 1]
--   source   judgements or settings
-- checks:
--   a weight is a share: weight between 0 and 1
with
    measures as (
        select
            unnest(['recency', 'frequency', 'monetary']) as measure
    )
select
    measures.measure,
    case measures.measure
        when 'recency' then coalesce(judged.recency_weight, settings.rfm_recency_weight)
        when 'frequency' then coalesce(judged.frequency_weight, settings.rfm_frequency_weight)
        else coalesce(judged.monetary_weight, settings.rfm_monetary_weight)
    end::double as weight,
    case
        when judged.expert is null then 'settings'
        else 'judgements'
    end as source
from
    measures
    cross join run.settings as settings
    left join marts.rfm_consistency as judged on judged.is_combined
