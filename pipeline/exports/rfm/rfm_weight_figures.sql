-- One row per measure of RFM: its weight in the loyalty score, and how far the head of the ranking hangs on it.
-- columns:
--   class_tau     Kendall's tau-b of the ranking by loyalty and the eight classes [-1 to 1]
--   decision_tau  The same of the five decision segments [-1 to 1]
--   limit_ratio   Consistency ratio from which on judgements are not used
select
    weights.measure,
    weights.weight,
    weights.source,
    margins.top_customers,
    margins.falls_to,
    margins.rises_to,
    classes.tau as class_tau,
    decisions.tau as decision_tau,
    settings.rfm_consistency_limit::double as limit_ratio
from
    marts.rfm_weights as weights
    inner join marts.rfm_weight_margins as margins on weights.measure = margins.measure
    cross join run.settings as settings
    left join marts.rfm_loyalty_agreements as classes on classes.scheme = 'class'
    left join marts.rfm_loyalty_agreements as decisions on decisions.scheme = 'decision'
order by
    weights.measure
