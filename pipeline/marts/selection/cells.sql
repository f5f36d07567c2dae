-- One row per cell: a combination of kind, region, tier, segment and owner that some customer has.
-- key: cell
-- columns:
--   cell              Number of the combination, from 0
--   kind              consumer, business or distributor
--   region            Sales region; NULL unless region_kind is value
--   region_kind       value, folded or missing, see customer_cells
--   tier              Tier in the current window; NULL where the customers are not ranked
--   tier_position     Number of the tier, from 1 at the top
--   segment           Decision segment of RFM; NULL where the customers are not scored
--   segment_position  Number of the segment among rfm.decisions
--   owner             Account manager; NULL unless owner_kind is value
--   owner_kind        value, folded or missing, see customer_cells
--   customers         Customers [customers]
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
    count(*)::integer as customers
from
    marts.customer_cells
group by
    cell,
    kind,
    region,
    region_kind,
    tier,
    tier_position,
    segment,
    segment_position,
    owner,
    owner_kind
