-- One row per run with a survey answer or a complaint: how many customers of the tiers that are watched are dissatisfied, and were.
-- columns:
--   tiers  The tiers, the first of the pyramid first, joined by line breaks
with
    tiers as (
        select
            string_agg(
                names.value,
                chr(10)
                order by
                    tiers.position nulls last,
                    names.value
            ) as tiers
        from
            run.satisfaction_attention_tiers as names
            left join run.value_tiers as tiers on names.value = tiers.tier
    )
select
    tiers.tiers,
    totals.attention_customers,
    totals.open_customers,
    totals.open_value::double as open_value,
    totals.longest_days,
    totals.median_days,
    totals.came_customers,
    totals.resolved_customers,
    totals.resolved_median_days
from
    marts.dissatisfaction_totals as totals
    cross join tiers
order by
    totals.attention_customers
