-- One row per dimension, group and time: how well its orders were served, in counts and rates.
-- Dimensions are all, the kind, tier, region and channel of the order, the category of its products and the month it was placed in.
-- Times are the current window and the one before; months have all their orders, and the time month. In each dimension but the
-- category orders, lines and units add up to all of them; an order with several categories counts in each, with its lines of it,
-- and lines and units add up. Rates rest on what is known alone: on time on the orders that came or are overdue, fill rates on the
-- lines and orders of which it is known what left, perfect orders on those that are settled and known in each part, returns and
-- damage on those that are settled. Complaints are those opened in the time, by the order and product that they name or else by the
-- customer's region and channel; of a time that was over when the first ticket on record was opened, none is known. Intervals are Wilson's; lines and units of one order go together and have none.
-- key: dimension, group_name, period
-- columns:
--   dimension        all, kind, tier, region, channel, category or month
--   group_name       Group; unknown where the order has none, no tier for a customer without one; of months their first day
--   period           current, prior or month
--   orders           Orders [orders]
--   customers        Customers with such an order [customers]
--   on_time_orders   Orders on time, by date [orders]
--   late_orders      Orders that came late [orders]
--   overdue_orders   Orders whose day is over and that have not come [orders]
--   not_due_orders   Orders that have not come and need not have yet [orders]
--   unknown_due_orders  Orders of which it is not known whether they are on time [orders]
--   shipped_judged_orders  Orders judged by the day they left [orders]
--   on_time_rate     On time by date: of those that came or are overdue [0 to 1]
--   on_time_low      Lower end of its interval [0 to 1]
--   on_time_high     Upper end [0 to 1]
--   hour_orders      Orders with a moment promised and one of arrival [orders]
--   hour_late_orders  Those of them that came after the moment promised [orders]
--   on_time_by_hour_rate  On time by the moment promised [0 to 1]
--   on_time_by_hour_low   Lower end of its interval [0 to 1]
--   on_time_by_hour_high  Upper end [0 to 1]
--   hour_alone_orders  Orders on time by date and late by the moment promised [orders]
--   complete_orders  Orders of which all left [orders]
--   short_orders     Orders that left with a line short [orders]
--   not_shipped_orders  Orders of which nothing has left [orders]
--   unknown_fill_orders  Orders of which it is not known whether all left [orders]
--   order_fill_rate  Complete of the complete and the short [0 to 1]
--   order_fill_low   Lower end of its interval [0 to 1]
--   order_fill_high  Upper end [0 to 1]
--   lines            Lines with units [lines]
--   known_lines      Lines of which it is known what left [lines]
--   filled_lines     Lines of which all left [lines]
--   awaited_lines    Short lines whose rest is awaited [lines]
--   line_fill_rate   Filled of the known lines [0 to 1]
--   known_units      Units of the known lines [units]
--   filled_units     Units of them that left with the order [units]
--   unit_fill_rate   Filled of the known units [0 to 1]
--   perfect_orders   Orders that are perfect [orders]
--   failed_orders    Orders that failed in a part [orders]
--   pending_orders   Orders whose time for returns and complaints is not over [orders]
--   unknown_perfect_orders  Orders of which a part is not known [orders]
--   perfect_order_rate  Perfect of the perfect and the failed [0 to 1]
--   perfect_order_low   Lower end of its interval [0 to 1]
--   perfect_order_high  Upper end [0 to 1]
--   returns_known_orders  Settled orders of which it is known whether any of it came back [orders]
--   returned_orders  Those of them that did [orders]
--   return_rate      Share of them [0 to 1]
--   return_low       Lower end of its interval [0 to 1]
--   return_high      Upper end [0 to 1]
--   damage_known_orders  Settled orders of which it is known whether they came damaged [orders]
--   damaged_orders   Those of them that did [orders]
--   damage_rate      Share of them [0 to 1]
--   damage_low       Lower end of its interval [0 to 1]
--   damage_high      Upper end [0 to 1]
--   shipping_days    Mean days from order to leaving [days]
--   delivery_days    Mean days from order to arrival [days]
--   hit_customers    Customers with an order late, overdue, short or complained of [customers]
--   hit_rate         Share of the customers [0 to 1]
--   complaints       Complaints opened in the time; NULL where no ticket at all was opened up to its end [complaints]
--   complaints_per_100_orders  Complaints by orders, times 100 [per 100 orders]
--   complaints_per_1000_customers  Complaints by customers with an order, times 1000 [per 1000 customers]
-- checks:
--   each order is due in one way: orders = on_time_orders + late_orders + overdue_orders + not_due_orders + unknown_due_orders
--   each order left in one way: orders = complete_orders + short_orders + not_shipped_orders + unknown_fill_orders
--   each order is perfect or not in one way: orders = perfect_orders + failed_orders + pending_orders + unknown_perfect_orders
--   rates lie in their intervals: coalesce(on_time_rate between on_time_low - 1e-9 and on_time_high + 1e-9, true)
--     and coalesce(perfect_order_rate between perfect_order_low - 1e-9 and perfect_order_high + 1e-9, true)
with
    category_fills as (
        select
            order_id,
            category,
            count(*) as lines,
            count(filled_quantity) as known_lines,
            count(
                case
                    when state = 'filled' then 1
                end
            ) as filled_lines,
            count(
                case
                    when is_awaited then 1
                end
            ) as awaited_lines,
            coalesce(
                sum(
                    case
                        when filled_quantity is not null then quantity
                    end
                ),
                0
            ) as known_units,
            coalesce(sum(filled_quantity), 0) as filled_units
        from
            marts.line_fills
        group by
            order_id,
            category
    ),
    divided as (
        select
            unnest(['all', 'kind', 'tier', 'region', 'channel', 'month']) as dimension,
            unnest(
                [
                    'all',
                    kind,
                    coalesce(tier, 'no tier'),
                    coalesce(region, 'unknown'),
                    coalesce(channel, 'unknown'),
                    month::varchar
                ]
            ) as group_name,
            unnest([period, period, period, period, period, 'month']) as period,
            order_id,
            customer_id,
            due_state,
            judged_by,
            hour_state,
            fill_state,
            perfect_state,
            is_late,
            is_short,
            is_returned,
            is_damaged,
            is_complained,
            is_settled,
            shipping_days,
            delivery_days,
            lines,
            known_lines,
            filled_lines,
            known_units,
            filled_units,
            awaited_lines
        from
            marts.order_service
    ),
    entries as (
        select
            *
        from
            divided
        where
            period <> 'earlier'
        union all
        select
            'category',
            fills.category,
            service.period,
            service.order_id,
            service.customer_id,
            service.due_state,
            service.judged_by,
            service.hour_state,
            service.fill_state,
            service.perfect_state,
            service.is_late,
            service.is_short,
            service.is_returned,
            service.is_damaged,
            service.is_complained,
            service.is_settled,
            service.shipping_days,
            service.delivery_days,
            fills.lines,
            fills.known_lines,
            fills.filled_lines,
            fills.known_units,
            fills.filled_units,
            fills.awaited_lines
        from
            category_fills as fills
            inner join marts.order_service as service on fills.order_id = service.order_id
        where
            service.period <> 'earlier'
    ),
    complaints_divided as (
        select
            unnest(['all', 'kind', 'tier', 'region', 'channel', 'category', 'month']) as dimension,
            unnest(
                [
                    'all',
                    customer_kind,
                    coalesce(tier, 'no tier'),
                    coalesce(region, 'unknown'),
                    coalesce(sales_channel, 'unknown'),
                    coalesce(product_category, 'unknown'),
                    month::varchar
                ]
            ) as group_name,
            unnest([period, period, period, period, period, period, 'month']) as period
        from
            marts.service_tickets
        where
            kind = 'complaint'
    ),
    complaint_counts as (
        select
            dimension,
            group_name,
            period,
            count(*) as complaints
        from
            complaints_divided
        group by
            dimension,
            group_name,
            period
    ),
    known as (
        select
            min(opened_date) as first_date
        from
            marts.service_tickets
    ),
    counts as (
        select
            dimension,
            group_name,
            period,
            count(*) as orders,
            count(distinct customer_id) as customers,
            count(
                case
                    when due_state = 'on time' then 1
                end
            ) as on_time_orders,
            count(
                case
                    when due_state = 'late' then 1
                end
            ) as late_orders,
            count(
                case
                    when due_state = 'overdue' then 1
                end
            ) as overdue_orders,
            count(
                case
                    when due_state = 'not due' then 1
                end
            ) as not_due_orders,
            count(
                case
                    when due_state = 'unknown' then 1
                end
            ) as unknown_due_orders,
            count(
                case
                    when judged_by = 'shipped'
                    and due_state in ('on time', 'late') then 1
                end
            ) as shipped_judged_orders,
            count(
                case
                    when due_state in ('on time', 'late', 'overdue') then 1
                end
            ) as due_orders,
            count(
                case
                    when hour_state <> 'unknown' then 1
                end
            ) as hour_orders,
            count(
                case
                    when hour_state = 'on time' then 1
                end
            ) as hour_on_time_orders,
            count(
                case
                    when hour_state = 'late' then 1
                end
            ) as hour_late_orders,
            count(
                case
                    when hour_state = 'late'
                    and due_state = 'on time' then 1
                end
            ) as hour_alone_orders,
            count(
                case
                    when fill_state = 'complete' then 1
                end
            ) as complete_orders,
            count(
                case
                    when fill_state = 'short' then 1
                end
            ) as short_orders,
            count(
                case
                    when fill_state = 'not shipped' then 1
                end
            ) as not_shipped_orders,
            count(
                case
                    when fill_state = 'unknown' then 1
                end
            ) as unknown_fill_orders,
            sum(lines) as lines,
            sum(known_lines) as known_lines,
            sum(filled_lines) as filled_lines,
            sum(awaited_lines) as awaited_lines,
            sum(known_units) as known_units,
            sum(filled_units) as filled_units,
            count(
                case
                    when perfect_state = 'perfect' then 1
                end
            ) as perfect_orders,
            count(
                case
                    when perfect_state = 'failed' then 1
                end
            ) as failed_orders,
            count(
                case
                    when perfect_state = 'pending' then 1
                end
            ) as pending_orders,
            count(
                case
                    when perfect_state = 'unknown' then 1
                end
            ) as unknown_perfect_orders,
            count(
                case
                    when is_settled
                    and is_returned is not null then 1
                end
            ) as returns_known_orders,
            count(
                case
                    when is_settled
                    and is_returned then 1
                end
            ) as returned_orders,
            count(
                case
                    when is_settled
                    and is_damaged is not null then 1
                end
            ) as damage_known_orders,
            count(
                case
                    when is_settled
                    and is_damaged then 1
                end
            ) as damaged_orders,
            sum(shipping_days) as shipping_days,
            count(shipping_days) as shipped_orders,
            sum(delivery_days) as delivery_days,
            count(delivery_days) as delivered_orders,
            count(
                distinct case
                    when is_late
                    or is_short
                    or is_complained then customer_id
                end
            ) as hit_customers
        from
            entries
        group by
            dimension,
            group_name,
            period
    ),
    -- A complaint may be of a group that ordered nothing in the time.
    keys as (
        select
            dimension,
            group_name,
            period
        from
            counts
        union
        select
            dimension,
            group_name,
            period
        from
            complaint_counts
        where
            period <> 'earlier'
    ),
    times as (
        select
            keys.*,
            known.first_date <= case keys.period
                when 'current' then settings.as_of_date
                when 'prior' then settings.as_of_date - settings.analysis_window_days
                else last_day(try_cast (keys.group_name as date))
            end as has_tickets
        from
            keys
            cross join known
            cross join run.settings as settings
    )
select
    times.dimension,
    times.group_name,
    times.period,
    coalesce(counts.orders, 0)::integer as orders,
    coalesce(counts.customers, 0)::integer as customers,
    coalesce(counts.on_time_orders, 0)::integer as on_time_orders,
    coalesce(counts.late_orders, 0)::integer as late_orders,
    coalesce(counts.overdue_orders, 0)::integer as overdue_orders,
    coalesce(counts.not_due_orders, 0)::integer as not_due_orders,
    coalesce(counts.unknown_due_orders, 0)::integer as unknown_due_orders,
    coalesce(counts.shipped_judged_orders, 0)::integer as shipped_judged_orders,
    safe_div(counts.on_time_orders, counts.due_orders) as on_time_rate,
    wilson_low (counts.on_time_orders, counts.due_orders, quantiles.normal_quantile) as on_time_low,
    wilson_high (counts.on_time_orders, counts.due_orders, quantiles.normal_quantile) as on_time_high,
    coalesce(counts.hour_orders, 0)::integer as hour_orders,
    coalesce(counts.hour_late_orders, 0)::integer as hour_late_orders,
    safe_div(counts.hour_on_time_orders, counts.hour_orders) as on_time_by_hour_rate,
    wilson_low (counts.hour_on_time_orders, counts.hour_orders, quantiles.normal_quantile) as on_time_by_hour_low,
    wilson_high (counts.hour_on_time_orders, counts.hour_orders, quantiles.normal_quantile) as on_time_by_hour_high,
    coalesce(counts.hour_alone_orders, 0)::integer as hour_alone_orders,
    coalesce(counts.complete_orders, 0)::integer as complete_orders,
    coalesce(counts.short_orders, 0)::integer as short_orders,
    coalesce(counts.not_shipped_orders, 0)::integer as not_shipped_orders,
    coalesce(counts.unknown_fill_orders, 0)::integer as unknown_fill_orders,
    safe_div(counts.complete_orders, counts.complete_orders + counts.short_orders) as order_fill_rate,
    wilson_low (counts.complete_orders, counts.complete_orders + counts.short_orders, quantiles.normal_quantile) as order_fill_low,
    wilson_high (counts.complete_orders, counts.complete_orders + counts.short_orders, quantiles.normal_quantile) as order_fill_high,
    coalesce(counts.lines, 0)::integer as lines,
    coalesce(counts.known_lines, 0)::integer as known_lines,
    coalesce(counts.filled_lines, 0)::integer as filled_lines,
    coalesce(counts.awaited_lines, 0)::integer as awaited_lines,
    safe_div(counts.filled_lines, counts.known_lines) as line_fill_rate,
    coalesce(counts.known_units, 0)::decimal(18, 4) as known_units,
    coalesce(counts.filled_units, 0)::decimal(18, 4) as filled_units,
    safe_div(counts.filled_units, counts.known_units) as unit_fill_rate,
    coalesce(counts.perfect_orders, 0)::integer as perfect_orders,
    coalesce(counts.failed_orders, 0)::integer as failed_orders,
    coalesce(counts.pending_orders, 0)::integer as pending_orders,
    coalesce(counts.unknown_perfect_orders, 0)::integer as unknown_perfect_orders,
    safe_div(counts.perfect_orders, counts.perfect_orders + counts.failed_orders) as perfect_order_rate,
    wilson_low (counts.perfect_orders, counts.perfect_orders + counts.failed_orders, quantiles.normal_quantile) as perfect_order_low,
    wilson_high (counts.perfect_orders, counts.perfect_orders + counts.failed_orders, quantiles.normal_quantile) as perfect_order_high,
    coalesce(counts.returns_known_orders, 0)::integer as returns_known_orders,
    coalesce(counts.returned_orders, 0)::integer as returned_orders,
    safe_div(counts.returned_orders, counts.returns_known_orders) as return_rate,
    wilson_low (counts.returned_orders, counts.returns_known_orders, quantiles.normal_quantile) as return_low,
    wilson_high (counts.returned_orders, counts.returns_known_orders, quantiles.normal_quantile) as return_high,
    coalesce(counts.damage_known_orders, 0)::integer as damage_known_orders,
    coalesce(counts.damaged_orders, 0)::integer as damaged_orders,
    safe_div(counts.damaged_orders, counts.damage_known_orders) as damage_rate,
    wilson_low (counts.damaged_orders, counts.damage_known_orders, quantiles.normal_quantile) as damage_low,
    wilson_high (counts.damaged_orders, counts.damage_known_orders, quantiles.normal_quantile) as damage_high,
    safe_div(counts.shipping_days, counts.shipped_orders) as shipping_days,
    safe_div(counts.delivery_days, counts.delivered_orders) as delivery_days,
    coalesce(counts.hit_customers, 0)::integer as hit_customers,
    safe_div(counts.hit_customers, counts.customers) as hit_rate,
    case
        when times.has_tickets then coalesce(complaint_counts.complaints, 0)
    end::integer as complaints,
    case
        when times.has_tickets then 100 * safe_div(coalesce(complaint_counts.complaints, 0), counts.orders)
    end as complaints_per_100_orders,
    case
        when times.has_tickets then 1000 * safe_div(coalesce(complaint_counts.complaints, 0), counts.customers)
    end as complaints_per_1000_customers
from
    times
    cross join marts.interval_quantile as quantiles
    left join counts on times.dimension = counts.dimension
    and times.group_name = counts.group_name
    and times.period = counts.period
    left join complaint_counts on times.dimension = complaint_counts.dimension
    and times.group_name = complaint_counts.group_name
    and times.period = complaint_counts.period
