-- One row per open lead to work on first: as many as prospects.list_leads says, the greatest weighted amount first.
-- columns:
--   place  Place by weighted amount, from 1
select
    leads.place,
    leads.label,
    leads.class,
    leads.standing,
    leads.step,
    leads.unknown_traits,
    leads.expected_amount::double as expected_amount,
    leads.chance,
    leads.chance_basis,
    leads.weighted_amount,
    leads.age_days,
    leads.is_stale,
    leads.source,
    leads.region,
    leads.owner
from
    marts.leads as leads
    cross join run.settings as settings
where
    leads.place <= settings.prospects_list_leads
order by
    leads.place
