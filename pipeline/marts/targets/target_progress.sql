-- One row per goal and period: the target against what was reached, up to the period's end or the as-of date.
-- Three kinds of figures. Sums of the period (revenue, margin, orders, new_customers) are held against the part of the
-- target that a straight line by days gives: a season is not taken into account, so that a shop that lives on Christmas is
-- behind in summer. Rates of the period (margin_rate, average_order_value) and counts of customers (buying_customers,
-- retention_rate: the share of the buyers of the days before, as many as the period has, that bought again) must stand at
-- the target at any time; while the period runs, customers are counted over the days of its length up to the as-of date,
-- for a count of the first weeks could not be compared. States (overdue_share, dso_days) are those of the last month end in
-- the period, or of the as-of date; key_customers_kept are customers of the top tier still in it, of marts.value_figures, which
-- knows the window up to the as-of date alone. What cannot be measured is NULL with the reason, never 0.
-- key: goal, period_start
-- columns:
--   goal              Name of the goal
--   metric            Figure it is measured by
--   unit              Unit of target and actual; NULL where the figure is not known
--   is_lower_better   Whether less is better; NULL where the figure is not known
--   owner             Who answers for it
--   period_start      First day of the period
--   period_end        Last day of the period
--   measured_until    Last day of what is measured: the period's end, or the as-of date before it; NULL before the period
--   target            Value to reach
--   actual            Value reached
--   reached_share     Actual by target; where less is better target by actual; NULL where the divisor is not positive
--   expected_share    Share of the target that is due by then: of a sum days gone by days of the period, of others 1 [0 to 1]
--   status            met, missed (the period is over), on track, behind (it runs), not measured
--   reason            Why there is no actual
--   is_headline       Whether it stands beside the figure of its metric: of the goals whose period holds the as-of date the
--                     one as long as the window analysed, or closest to it; of several the one that ends first
-- checks:
--   a goal has an actual or a reason: (actual is null) = (reason is not null)
--   what is not measured has no status: (actual is null) = (status = 'not measured')
--   the share due grows from 0 to 1: coalesce(expected_share between 0 and 1, true)
with
    measured as (
        select
            targets.*,
            case
                when targets.metric in ('revenue', 'margin', 'orders', 'new_customers') then 'sum'
                when targets.metric in ('margin_rate', 'average_order_value') then 'rate'
                when targets.metric in ('buying_customers', 'retention_rate') then 'customers'
                when targets.metric in ('overdue_share', 'dso_days') then 'receivables'
                when targets.metric = 'key_customers_kept' then 'tiers'
            end as kind,
            case
                when targets.metric in ('revenue', 'margin', 'average_order_value') then 'reporting currency'
                when targets.metric in ('margin_rate', 'retention_rate', 'overdue_share') then '0 to 1'
                when targets.metric in ('new_customers', 'buying_customers', 'key_customers_kept') then 'customers'
                when targets.metric = 'orders' then 'orders'
                when targets.metric = 'dso_days' then 'days'
            end as unit,
            case
                when kind is not null then targets.metric in ('overdue_share', 'dso_days')
            end as is_lower_better,
            case
                when targets.period_start <= settings.as_of_date then least(targets.period_end, settings.as_of_date)
            end as measured_until,
            targets.period_end <= settings.as_of_date as is_over,
            (targets.period_end - targets.period_start + 1)::integer as period_days,
            greatest(least(targets.period_end, settings.as_of_date) - targets.period_start + 1, 0)::integer as days_gone
        from
            staging.stg_targets as targets
            cross join run.settings as settings
    ),
    -- The first day that orders must be on record from, and whether they are.
    goals as (
        select
            measured.*,
            case
                when measured.kind in ('sum', 'rate') then measured.period_start
                when measured.metric = 'buying_customers' then measured.measured_until - measured.period_days + 1
                when measured.metric = 'retention_rate' then measured.measured_until - 2 * measured.period_days + 1
            end as first_day
        from
            measured
    ),
    history as (
        select
            min(order_date) as start_date
        from
            marts.orders
    ),
    order_days as (
        select
            order_date,
            sum(order_count) as orders,
            sum(revenue) as revenue,
            sum(margin) as margin,
            count(*) - count(margin) as unmargined_orders
        from
            marts.orders
        group by
            order_date
    ),
    order_sums as (
        select
            goals.goal,
            goals.period_start,
            sum(order_days.orders) as orders,
            sum(order_days.revenue) as revenue,
            sum(order_days.margin) as margin,
            sum(order_days.unmargined_orders) as unmargined_orders
        from
            goals
            inner join order_days on order_days.order_date between goals.period_start and goals.measured_until
        where
            goals.kind in ('sum', 'rate')
        group by
            goals.goal,
            goals.period_start
    ),
    new_customers as (
        select
            goals.goal,
            goals.period_start,
            count(*) as customers
        from
            goals
            inner join marts.customers as customers on customers.first_order_date between goals.period_start and goals.measured_until
        where
            goals.metric = 'new_customers'
            and customers.first_order_date = customers.first_deal_date
        group by
            goals.goal,
            goals.period_start
    ),
    buyers as (
        select
            goals.goal,
            goals.period_start,
            orders.customer_id,
            max(
                case
                    when orders.order_date > goals.measured_until - goals.period_days then 1
                    else 0
                end
            ) as has_bought,
            max(
                case
                    when orders.order_date <= goals.measured_until - goals.period_days then 1
                    else 0
                end
            ) as had_bought
        from
            goals
            inner join marts.orders as orders on orders.order_date between goals.measured_until - 2 * goals.period_days + 1 and goals.measured_until
        where
            goals.kind = 'customers'
            and orders.order_count > 0
        group by
            goals.goal,
            goals.period_start,
            orders.customer_id
    ),
    buyer_counts as (
        select
            goal,
            period_start,
            sum(has_bought) as customers,
            sum(had_bought) as prior_customers,
            sum(has_bought * had_bought) as retained_customers
        from
            buyers
        group by
            goal,
            period_start
    ),
    month_ends as (
        select
            goals.goal,
            goals.period_start,
            max(receivables.month_end) as month_end
        from
            goals
            inner join marts.receivables_by_month as receivables on receivables.month_end between goals.period_start and goals.measured_until
        where
            goals.kind = 'receivables'
        group by
            goals.goal,
            goals.period_start
    ),
    found as (
        select
            goals.*,
            case
                when goals.kind is null then 'no figure of this name is computed'
                when goals.days_gone = 0 then 'the period has not begun'
                when goals.first_day is not null
                and history.start_date is null then 'no orders are on record'
                when goals.first_day + settings.composition_history_slack_days < history.start_date then 'orders are on record only from ' || history.start_date
                when goals.metric in ('margin', 'margin_rate')
                and order_sums.unmargined_orders > 0 then 'the margin of some orders is not known'
                when goals.metric = 'margin_rate'
                and coalesce(order_sums.revenue, 0) <= 0 then 'the revenue of the period is not positive'
                when goals.metric = 'average_order_value'
                and coalesce(order_sums.orders, 0) = 0 then 'there is no order in the period'
                when goals.metric = 'retention_rate'
                and coalesce(buyer_counts.prior_customers, 0) = 0 then 'nobody bought in the time before'
                when goals.kind = 'receivables'
                and month_ends.month_end is null then 'no invoices are on record at a month end of the period'
                when goals.metric = 'overdue_share'
                and receivables.overdue_share is null then 'nothing is owed'
                when goals.metric = 'dso_days'
                and receivables.dso_days is null then 'invoices do not reach back far enough, or nothing was billed'
                when goals.kind = 'tiers'
                and goals.period_end < settings.as_of_date then 'tiers are known only for the window up to the as-of date'
                when goals.kind = 'tiers'
                and figures.key_kept_customers is null then coalesce(figures.prior_reason, 'there are no tiers')
            end as reason,
            case goals.metric
                when 'revenue' then coalesce(order_sums.revenue, 0)::double
                when 'margin' then coalesce(order_sums.margin, 0)::double
                when 'orders' then coalesce(order_sums.orders, 0)::double
                when 'new_customers' then coalesce(new_customers.customers, 0)::double
                when 'margin_rate' then safe_div(order_sums.margin, order_sums.revenue)
                when 'average_order_value' then safe_div(order_sums.revenue, order_sums.orders)
                when 'buying_customers' then coalesce(buyer_counts.customers, 0)::double
                when 'retention_rate' then safe_div(buyer_counts.retained_customers, buyer_counts.prior_customers)
                when 'overdue_share' then receivables.overdue_share
                when 'dso_days' then receivables.dso_days
                when 'key_customers_kept' then figures.key_kept_customers::double
            end as value_reached
        from
            goals
            cross join history
            cross join run.settings as settings
            left join order_sums on goals.goal = order_sums.goal
            and goals.period_start = order_sums.period_start
            left join new_customers on goals.goal = new_customers.goal
            and goals.period_start = new_customers.period_start
            left join buyer_counts on goals.goal = buyer_counts.goal
            and goals.period_start = buyer_counts.period_start
            left join month_ends on goals.goal = month_ends.goal
            and goals.period_start = month_ends.period_start
            left join marts.receivables_by_month as receivables on month_ends.month_end = receivables.month_end
            left join marts.value_figures as figures on goals.kind = 'tiers'
    ),
    judged as (
        select
            found.*,
            case
                when reason is null then value_reached
            end as actual,
            case
                when kind = 'sum' then safe_div(days_gone, period_days)
                when kind is not null then 1.0
            end as expected_share,
            case
                when is_lower_better then value_reached <= target
                else value_reached >= target
            end as is_reached
        from
            found
    ),
    headlines as (
        select
            goals.goal,
            goals.period_start,
            row_number() over (
                partition by
                    goals.metric
                order by
                    abs(goals.period_days - settings.analysis_window_days),
                    goals.period_end,
                    goals.goal
            ) as position
        from
            goals
            cross join run.settings as settings
        where
            settings.as_of_date between goals.period_start and goals.period_end
    )
select
    judged.goal,
    judged.metric,
    judged.unit,
    judged.is_lower_better,
    judged.owner,
    judged.period_start,
    judged.period_end,
    judged.measured_until,
    judged.target,
    judged.actual,
    case
        when judged.target <= 0 then null
        when not judged.is_lower_better then safe_div(judged.actual, judged.target)
        when judged.actual > 0 then safe_div(judged.target, judged.actual)
    end as reached_share,
    judged.expected_share,
    case
        when judged.actual is null then 'not measured'
        when judged.is_over
        and judged.is_reached then 'met'
        when judged.is_over then 'missed'
        when judged.kind = 'sum'
        and judged.is_reached then 'met'
        when judged.kind = 'sum'
        and judged.actual >= judged.target * judged.expected_share then 'on track'
        when judged.kind <> 'sum'
        and judged.is_reached then 'on track'
        else 'behind'
    end as status,
    judged.reason,
    coalesce(headlines.position = 1, false) as is_headline
from
    judged
    left join headlines on judged.goal = headlines.goal
    and judged.period_start = headlines.period_start
