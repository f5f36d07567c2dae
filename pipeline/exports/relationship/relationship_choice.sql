-- One row per segment of customers with a tier, the highest level first.
select
    segments.segment,
    segments.tier,
    segments.kind,
    segments.measure,
    segments.customers,
    segments.customers_share,
    segments.number_class,
    segments.revenue::double as revenue,
    segments.margin::double as margin,
    segments.value_per_customer,
    segments.value_ratio,
    segments.margin_class,
    segments.level_position,
    segments.level,
    segments.level_reason
from
    marts.relationship_segments as segments
order by
    segments.level_position desc nulls last,
    segments.tier_position,
    segments.segment
