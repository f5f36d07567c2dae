-- One row per customer: what pages can be narrowed by, and the cell of those that have all of it in common. Whatever adds
-- up is summed by cell, so that any choice of customers by these five is a sum over cells. Regions and owners beyond
-- selection.max_values, by customers and then by name, are one value.
-- key: customer_id
-- columns:
--   customer_id       Customer
--   cell              Number of the combination, from 0, in the order of the five
--   kind              consumer, business or distributor
--   region            Sales region
--   region_kind       value: of one region; folded: of one of those beyond max_values, which then has no name here;
--                     missing: without a region
--   tier              Tier in the current window; NULL where the customer is not ranked
--   tier_position     Number of the tier, from 1 at the top
--   segment           Decision segment of RFM; NULL where the customer is not scored
--   segment_position  Number of the segment among rfm.decisions
--   owner             Account manager
--   owner_kind        value: of one account manager; folded: of one of those beyond max_values, who then has no name here;
--                     missing: without one
-- checks:
--   a value is named, and nothing else is: (region_kind = 'value') = (region is not null)
--     and (owner_kind = 'value') = (owner is not null)
with
    regions as (
        select
            region,
            row_number() over (
                order by
                    count(*) desc,
                    region
            ) as size_rank
        from
            marts.customers
        where
            region is not null
        group by
            region
    ),
    owners as (
        select
            owner,
            row_number() over (
                order by
                    count(*) desc,
                    owner
            ) as size_rank
        from
            marts.customers
        where
            owner is not null
        group by
            owner
    ),
    valued as (
        select
            customers.customer_id,
            customers.kind,
            case
                when regions.size_rank <= settings.selection_max_values then customers.region
            end as region,
            case
                when customers.region is null then 'missing'
                when regions.size_rank <= settings.selection_max_values then 'value'
                else 'folded'
            end as region_kind,
            tiers.tier,
            tiers.tier_position,
            scores.decision as segment,
            decisions.position as segment_position,
            case
                when owners.size_rank <= settings.selection_max_values then customers.owner
            end as owner,
            case
                when customers.owner is null then 'missing'
                when owners.size_rank <= settings.selection_max_values then 'value'
                else 'folded'
            end as owner_kind
        from
            marts.customers as customers
            cross join run.settings as settings
            left join regions on customers.region = regions.region
            left join owners on customers.owner = owners.owner
            left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
            left join run.rfm_decisions as decisions on scores.decision = decisions.decision
    )
select
    customer_id,
    (
        dense_rank () over (
            order by
                kind,
                region nulls last,
                region_kind,
                tier_position nulls last,
                segment_position nulls last,
                owner nulls last,
                owner_kind
        ) - 1
    )::integer as cell,
    kind,
    region,
    region_kind,
    tier,
    tier_position,
    segment,
    segment_position::integer as segment_position,
    owner,
    owner_kind
from
    valued
