-- One row per measure of service: its value in the current window, in the one before, and the standard that it is held against.
-- Every measure is here; one that the inputs do not tell has no value, and one without a standard no verdict. A standard is missed
-- clearly if the interval does not hold it: else chance alone may explain as much. The same is said of the change; measures
-- without an interval say of neither.
-- key: measure
-- columns:
--   measure        Name of the measure, see service_measures
--   position       Order in which measures are shown
--   phase          before, during or after the sale
--   unit           share, per 100 orders, per 1000 customers, days or hours
--   is_lower_better  Whether less is better
--   value          Value in the current window; NULL where it is not known
--   low            Lower end of its interval (Wilson); NULL for what is no share of orders, tickets or customers
--   high           Upper end
--   base           What it rests on, counted in base_noun
--   base_noun      orders, lines, units, tickets, complaints or customers
--   unknown        What is not counted, for it is not known or not over yet; NULL where nothing can be missing
--   prior_value    Value in the window before
--   prior_base     What that rests on
--   change         Value less the value before
--   is_better      Whether the change is for the better; NULL without a change
--   is_change_clear  Whether the interval of the change (Newcombe 1998, hybrid score) does not hold 0; NULL without intervals
--   standard       Standard in force on the as-of date; NULL without one
--   standard_from  First day that it holds; NULL for always
--   verdict        met, missed, no standard or not measured
--   is_clear       Whether the interval of the value does not hold the standard; NULL without either
--   miss_rate      By how much of the standard it is missed; NULL where it is met [0 to 1 and beyond]
-- checks:
--   each measure is here: (select count(*) from marts.service_performance) = (select count(*) from marts.service_measures)
--   orders judged and not counted are all of them: coalesce(measure not in ('on_time_rate', 'order_fill_rate', 'perfect_order_rate') or base + unknown = (select orders from marts.service_by_group where dimension = 'all' and period = 'current'), true)
--   a verdict has a value and a standard: (verdict in ('met', 'missed')) = (value is not null and standard is not null)
with
    found as (
        select
            'presale_response_hours' as measure,
            period,
            response_mean as value,
            null::double as low,
            null::double as high,
            answered as base,
            'tickets' as base_noun,
            unanswered as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'presale'
            and group_name = 'yes'
        union all
        select
            'on_time_rate' as measure,
            period,
            on_time_rate as value,
            on_time_low as low,
            on_time_high as high,
            on_time_orders + late_orders + overdue_orders as base,
            'orders' as base_noun,
            not_due_orders + unknown_due_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'on_time_by_hour_rate' as measure,
            period,
            on_time_by_hour_rate as value,
            on_time_by_hour_low as low,
            on_time_by_hour_high as high,
            hour_orders as base,
            'orders' as base_noun,
            orders - hour_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'order_fill_rate' as measure,
            period,
            order_fill_rate as value,
            order_fill_low as low,
            order_fill_high as high,
            complete_orders + short_orders as base,
            'orders' as base_noun,
            not_shipped_orders + unknown_fill_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'line_fill_rate' as measure,
            period,
            line_fill_rate as value,
            null as low,
            null as high,
            known_lines as base,
            'lines' as base_noun,
            lines - known_lines as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'unit_fill_rate' as measure,
            period,
            unit_fill_rate as value,
            null as low,
            null as high,
            known_units as base,
            'units' as base_noun,
            null::decimal(18, 4) as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'backorder_days',
            period,
            avg(backorder_days::decimal(18, 4)),
            null,
            null,
            count(backorder_days),
            'lines',
            count(
                case
                    when is_awaited then 1
                end
            )
        from
            marts.line_fills
        where
            state = 'short'
            and period <> 'earlier'
        group by
            period
        union all
        select
            'perfect_order_rate' as measure,
            period,
            perfect_order_rate as value,
            perfect_order_low as low,
            perfect_order_high as high,
            perfect_orders + failed_orders as base,
            'orders' as base_noun,
            pending_orders + unknown_perfect_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'order_to_shipping_days' as measure,
            period,
            mean_days as value,
            null as low,
            null as high,
            orders as base,
            'orders' as base_noun,
            null as unknown
        from
            marts.cycle_times
        where
            dimension = 'all'
            and stage_position = 1
        union all
        select
            'order_to_delivery_days' as measure,
            period,
            mean_days as value,
            null as low,
            null as high,
            orders as base,
            'orders' as base_noun,
            null as unknown
        from
            marts.cycle_times
        where
            dimension = 'all'
            and stage_position = 3
        union all
        select
            'order_to_delivery_p90_days' as measure,
            period,
            p90_days as value,
            null as low,
            null as high,
            orders as base,
            'orders' as base_noun,
            null as unknown
        from
            marts.cycle_times
        where
            dimension = 'all'
            and stage_position = 3
        union all
        select
            'return_rate' as measure,
            period,
            return_rate as value,
            return_low as low,
            return_high as high,
            returns_known_orders as base,
            'orders' as base_noun,
            orders - returns_known_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'damage_rate' as measure,
            period,
            damage_rate as value,
            damage_low as low,
            damage_high as high,
            damage_known_orders as base,
            'orders' as base_noun,
            orders - damage_known_orders as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'complaints_per_100_orders' as measure,
            period,
            complaints_per_100_orders as value,
            null as low,
            null as high,
            orders as base,
            'orders' as base_noun,
            null as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'complaints_per_1000_customers' as measure,
            period,
            complaints_per_1000_customers as value,
            null as low,
            null as high,
            customers as base,
            'customers' as base_noun,
            null as unknown
        from
            marts.service_by_group
        where
            dimension = 'all'
        union all
        select
            'first_response_hours' as measure,
            period,
            response_mean as value,
            null as low,
            null as high,
            answered as base,
            'tickets' as base_noun,
            unanswered as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'first_response_p90_hours' as measure,
            period,
            response_p90 as value,
            null as low,
            null as high,
            answered as base,
            'tickets' as base_noun,
            unanswered as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'resolution_hours' as measure,
            period,
            resolution_mean as value,
            null as low,
            null as high,
            resolved as base,
            'tickets' as base_noun,
            open_tickets as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'resolution_p90_hours' as measure,
            period,
            resolution_p90 as value,
            null as low,
            null as high,
            resolved as base,
            'tickets' as base_noun,
            open_tickets as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'complaint_resolution_hours' as measure,
            period,
            safe_div(
                sum(
                    resolution_hours
                    order by
                        ticket_id
                ),
                count(resolution_hours)
            ) as value,
            null as low,
            null as high,
            count(resolution_hours) as base,
            'complaints' as base_noun,
            count(*) - count(resolution_hours) as unknown
        from
            marts.service_tickets
        where
            kind = 'complaint'
            and period in ('current', 'prior')
        group by
            period
        union all
        select
            'first_contact_rate' as measure,
            period,
            first_contact_rate as value,
            first_contact_low as low,
            first_contact_high as high,
            contact_known as base,
            'tickets' as base_noun,
            tickets - contact_known as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'repeat_complaint_rate' as measure,
            period,
            repeat_complaint_rate as value,
            repeat_complaint_low as low,
            repeat_complaint_high as high,
            complaints as base,
            'complaints' as base_noun,
            null as unknown
        from
            marts.tickets_by_group
        where
            dimension = 'all'
        union all
        select
            'recovery_rate' as measure,
            period,
            back_rate as value,
            back_low as low,
            back_high as high,
            customers as base,
            'customers' as base_noun,
            null as unknown
        from
            marts.complaint_recovery
        where
            group_name = 'complained'
    ),
    valued as (
        select
            measures.*,
            current_values.value,
            current_values.low,
            current_values.high,
            current_values.base,
            current_values.base_noun,
            current_values.unknown,
            prior_values.value as prior_value,
            prior_values.low as prior_low,
            prior_values.high as prior_high,
            prior_values.base as prior_base,
            standards.standard,
            standards.valid_from as standard_from
        from
            marts.service_measures as measures
            left join found as current_values on measures.measure = current_values.measure
            and current_values.period = 'current'
            left join found as prior_values on measures.measure = prior_values.measure
            and prior_values.period = 'prior'
            left join marts.service_standards as standards on measures.measure = standards.measure
            and standards.is_current
    ),
    judged as (
        select
            valued.*,
            case
                when is_lower_better then value <= standard
                else value >= standard
            end as is_met
        from
            valued
    )
select
    measure,
    position,
    phase,
    unit,
    is_lower_better,
    value,
    low,
    high,
    case
        when value is not null then base
    end::double as base,
    case
        when value is not null then base_noun
    end as base_noun,
    case
        when value is not null then unknown
    end::double as unknown,
    prior_value,
    case
        when prior_value is not null then prior_base
    end::double as prior_base,
    value - prior_value as change,
    case
        when value <> prior_value then (value < prior_value) = is_lower_better
    end as is_better,
    abs(value - prior_value) > case
        when value > prior_value then sqrt((value - low) * (value - low) + (prior_high - prior_value) * (prior_high - prior_value))
        else sqrt((high - value) * (high - value) + (prior_value - prior_low) * (prior_value - prior_low))
    end as is_change_clear,
    standard,
    standard_from,
    case
        when value is null then 'not measured'
        when standard is null then 'no standard'
        when is_met then 'met'
        else 'missed'
    end as verdict,
    standard < low
    or standard > high as is_clear,
    case
        when not is_met then safe_div(abs(value - standard), standard)
    end as miss_rate
from
    judged
