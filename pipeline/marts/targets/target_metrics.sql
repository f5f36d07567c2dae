-- One row per metric that a goal can be measured by: its unit, which way is good, and how it is counted over a period.
-- Sums and sums of months grow over the period, so that a part of the target is due while it runs. All others must stand at the
-- target at any time: rates of the days of the period, counts of customers over as many days as the period has, answers
-- to surveys, the last month end in the period, and what is known for the as-of date alone. To add a metric, give it a row here
-- and its figures in the part of its kind of marts.target_values.
-- key: metric
-- columns:
--   metric           Name, as the project's list of goals writes it
--   position         Order in which metrics are shown
--   name             What it is called
--   kind             sum, sum of months, rate, customers, answers, month end or as-of date: how it is counted
--   unit             Unit of target and actual: reporting currency, 0 to 1, customers, orders, days, hours, points or of 100
--   lowest           Least that a target of it can be, in its unit; NULL where there is no bound: a margin may be a loss
--   highest          Most that a target of it can be; NULL where there is no bound
--   is_lower_better  Whether less is better
--   needs            What has to be on record for it
--   page             Page that shows where it comes from
--   service_measure  Measure of service that it is, see service_measures, whose standard may be another than the goal; NULL for none
-- checks:
--   a scale has two ends: lowest is null or highest is null or lowest < highest
--   a metric is counted in a way that is known: kind in ('sum', 'sum of months', 'rate', 'customers', 'answers', 'month end', 'as-of date')
select
    metrics.metric,
    metrics.position::integer as position,
    metrics.name,
    metrics.kind,
    metrics.unit,
    case metrics.metric
        when 'nps' then -100
        when 'margin_rate' then -1
        when 'margin' then null
        else 0
    end as lowest,
    case metrics.unit
        when '0 to 1' then 1
        when 'points' then 100
        when 'of 100' then 100
    end as highest,
    metrics.is_lower_better,
    metrics.needs,
    metrics.page,
    case metrics.metric
        when 'fill_rate' then 'order_fill_rate'
        when 'complaint_rate' then 'complaints_per_100_orders'
        else measures.measure
    end as service_measure
from
    (
        values
            ('revenue', 1, 'Revenue', 'sum', 'reporting currency', false, 'orders', 'composition'),
            ('margin', 2, 'Margin', 'sum', 'reporting currency', false, 'orders', 'composition'),
            ('margin_rate', 3, 'Margin rate', 'rate', '0 to 1', false, 'orders', 'composition'),
            ('orders', 4, 'Orders', 'sum', 'orders', false, 'orders', 'composition'),
            (
                'average_order_value',
                5,
                'Average order value',
                'rate',
                'reporting currency',
                false,
                'orders',
                'composition'
            ),
            ('buying_customers', 6, 'Buying customers', 'customers', 'customers', false, 'orders', 'composition'),
            ('new_customers', 7, 'New customers', 'sum', 'customers', false, 'orders', 'states'),
            ('retention_rate', 8, 'Retention rate', 'customers', '0 to 1', false, 'orders', 'retention'),
            ('active_customers', 9, 'Active customers', 'month end', 'customers', false, 'orders', 'states'),
            ('loyal_customers', 10, 'Loyal customers', 'month end', 'customers', false, 'orders', 'states'),
            ('lost_customers', 11, 'Lost customers', 'sum of months', 'customers', true, 'orders', 'states'),
            (
                'won_back_customers',
                12,
                'Won-back customers',
                'sum of months',
                'customers',
                false,
                'orders',
                'states'
            ),
            ('key_customers_kept', 13, 'Key customers kept', 'as-of date', 'customers', false, 'orders', 'value'),
            ('overdue_share', 14, 'Overdue share', 'month end', '0 to 1', true, 'invoices', 'solvency'),
            ('dso_days', 15, 'Days sales outstanding', 'month end', 'days', true, 'invoices', 'solvency'),
            ('nps', 16, 'Net promoter score', 'answers', 'points', false, 'survey answers', 'satisfaction'),
            (
                'csat',
                17,
                'Satisfied customers (CSAT)',
                'answers',
                '0 to 1',
                false,
                'survey answers',
                'satisfaction'
            ),
            ('on_time_rate', 18, 'On-time rate', 'rate', '0 to 1', false, 'delivery dates', 'service'),
            ('fill_rate', 19, 'Order fill rate', 'rate', '0 to 1', false, 'quantities shipped', 'service'),
            ('line_fill_rate', 20, 'Line fill rate', 'rate', '0 to 1', false, 'quantities shipped', 'service'),
            ('unit_fill_rate', 21, 'Unit fill rate', 'rate', '0 to 1', false, 'quantities shipped', 'service'),
            (
                'perfect_order_rate',
                22,
                'Perfect order rate',
                'rate',
                '0 to 1',
                false,
                'delivery dates',
                'service'
            ),
            ('return_rate', 23, 'Return rate', 'rate', '0 to 1', true, 'returns', 'service'),
            ('complaint_rate', 24, 'Complaints per order', 'rate', '0 to 1', true, 'service tickets', 'service'),
            (
                'first_response_hours',
                25,
                'Hours to the first response',
                'rate',
                'hours',
                true,
                'service tickets',
                'service'
            ),
            (
                'resolution_hours',
                26,
                'Hours to the resolution',
                'rate',
                'hours',
                true,
                'service tickets',
                'service'
            ),
            (
                'contact_compliance',
                27,
                'Contacts made in time',
                'as-of date',
                '0 to 1',
                false,
                'contacts',
                'relationship'
            ),
            (
                'file_quality',
                28,
                'Quality of the customer file',
                'as-of date',
                'of 100',
                false,
                'customer files',
                'quality'
            ),
            (
                'poor_file_share',
                29,
                'Poor customer files',
                'as-of date',
                '0 to 1',
                true,
                'customer files',
                'quality'
            ),
            (
                'acquisition_cost',
                30,
                'Cost of a customer won',
                'rate',
                'reporting currency',
                true,
                'costs of winning customers',
                'campaigns'
            )
    ) as metrics (metric, position, name, kind, unit, is_lower_better, needs, page)
    left join marts.service_measures as measures on metrics.metric = measures.measure
