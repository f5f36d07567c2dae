-- One row per measure of service that is computed: what it is of, in which unit, which way is good.
-- Where a measure is of orders, those placed in the window count; where of tickets, those opened in it.
-- key: measure
-- columns:
--   measure    Name, as the project's lookup of standards writes it
--   position   Order in which measures are shown
--   phase      before, during or after the sale
--   unit       share, per 100 orders, per 1000 customers, days or hours
--   is_lower_better  Whether less is better
-- checks:
--   the phase is one of three: phase in ('before', 'during', 'after')
select
    measure,
    position::integer as position,
    phase,
    unit,
    is_lower_better
from
    (
        values
            ('presale_response_hours', 1, 'before', 'hours', true),
            ('on_time_rate', 2, 'during', 'share', false),
            ('on_time_by_hour_rate', 3, 'during', 'share', false),
            ('order_fill_rate', 4, 'during', 'share', false),
            ('line_fill_rate', 5, 'during', 'share', false),
            ('unit_fill_rate', 6, 'during', 'share', false),
            ('backorder_days', 7, 'during', 'days', true),
            ('perfect_order_rate', 8, 'during', 'share', false),
            ('order_to_shipping_days', 9, 'during', 'days', true),
            ('order_to_delivery_days', 10, 'during', 'days', true),
            ('order_to_delivery_p90_days', 11, 'during', 'days', true),
            ('return_rate', 12, 'after', 'share', true),
            ('damage_rate', 13, 'after', 'share', true),
            ('complaints_per_100_orders', 14, 'after', 'per 100 orders', true),
            ('complaints_per_1000_customers', 15, 'after', 'per 1000 customers', true),
            ('first_response_hours', 16, 'after', 'hours', true),
            ('first_response_p90_hours', 17, 'after', 'hours', true),
            ('resolution_hours', 18, 'after', 'hours', true),
            ('resolution_p90_hours', 19, 'after', 'hours', true),
            ('complaint_resolution_hours', 20, 'after', 'hours', true),
            ('first_contact_rate', 21, 'after', 'share', false),
            ('repeat_complaint_rate', 22, 'after', 'share', true),
            ('recovery_rate', 23, 'after', 'share', false)
    ) as measures (measure, position, phase, unit, is_lower_better)
