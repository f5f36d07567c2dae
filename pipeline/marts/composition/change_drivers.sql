-- One row per driver of a change in revenue: the ways in which a customer can move it, see changes_by_customer_and_period.
-- key: driver
-- columns:
--   driver    new, won back, grown, unchanged, shrunk, lost or refunded
--   position  Order of the drivers on a page
select
    driver,
    position::integer as position
from
    (
        values
            ('new', 1),
            ('won back', 2),
            ('grown', 3),
            ('unchanged', 4),
            ('shrunk', 5),
            ('lost', 6),
            ('refunded', 7)
    ) as drivers (driver, position)
