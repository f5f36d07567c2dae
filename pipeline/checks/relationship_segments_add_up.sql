-- Bad rows: runs in which the segments of relationship levels do not hold all customers with a tier, or a customer's level lies off its segment's by more than the margin can move it
-- severity: error
-- fix: compare marts.relationship_segments and marts.relationship_customers with marts.customer_tiers
with
    ranked as (
        select
            count(tier) as customers
        from
            marts.customer_tiers
    ),
    segmented as (
        select
            coalesce(sum(customers), 0) as customers
        from
            marts.relationship_segments
    ),
    placed as (
        select
            count(statuses.segment) as customers,
            count(
                case
                    when abs(statuses.level_position - segments.level_position) > 2 then 1
                end
            ) as far_off
        from
            marts.relationship_customers as statuses
            left join marts.relationship_segments as segments on statuses.segment = segments.segment
    )
select
    ranked.customers as ranked_customers,
    segmented.customers as segmented_customers,
    placed.customers as placed_customers,
    placed.far_off
from
    ranked
    cross join segmented
    cross join placed
where
    ranked.customers <> segmented.customers
    or ranked.customers <> placed.customers
    or placed.far_off > 0
