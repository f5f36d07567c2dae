-- One row per cell: a combination of kind, region, tier, segment and owner that some customer has.
-- format: arrow
select
    cell,
    kind,
    region,
    region_kind,
    tier,
    tier_position,
    segment,
    segment_position,
    owner,
    owner_kind,
    customers
from
    marts.cells
order by
    cell
