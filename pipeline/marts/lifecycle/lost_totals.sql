-- One row per run with a month end: the lost in sum, those of the current span and all, and what of it might be won back.
-- key: none
-- columns:
--   lost             Customers lost on the as-of date [customers]
--   value_lost       What they had brought in a window each, see lost_customers [reporting currency]
--   span_lost        Those lost within the current span; NULL without one [customers]
--   span_value_lost  What they had brought; NULL without a span [reporting currency]
--   span_share       That against the revenue of the window that ends as the span begins; NULL where there was none [0 to 1]
--   noted            Those lost within the span of whom a reason is noted; NULL without a span [customers]
--   ranked           Lost customers that may be won back [customers]
--   hindered         Lost customers with whom no attempt is made [customers]
--   win_back_value   What winning back is worth, in sum; NULL without chances [reporting currency]
--   expected_back    Those of them expected to order within prediction.holdout_days as such customers did; NULL without chances [customers]
-- checks:
--   part of the lost: ranked + hindered <= lost
with
    spans as (
        select
            max(from_date) as from_date
        from
            marts.state_spans
        where
            span = 'current'
    ),
    before as (
        select
            sum(orders.revenue) as revenue
        from
            spans
            cross join run.settings as settings
            inner join marts.orders as orders on orders.order_date <= spans.from_date
            and orders.order_date > spans.from_date - settings.analysis_window_days
    ),
    sums as (
        select
            count(*) as lost,
            sum(lost.value_lost) as value_lost,
            count(
                case
                    when lost.lost_date > spans.from_date then 1
                end
            ) as span_lost,
            sum(
                case
                    when lost.lost_date > spans.from_date then lost.value_lost
                end
            ) as span_value_lost,
            count(
                case
                    when lost.lost_date > spans.from_date then lost.reason
                end
            ) as noted,
            count(lost.place) as ranked,
            count(lost.hindrance) as hindered,
            sum(
                case
                    when lost.place is not null then lost.win_back_value
                end
                order by
                    lost.customer_id
            ) as win_back_value,
            sum(
                case
                    when lost.place is not null then lost.chance
                end
                order by
                    lost.customer_id
            ) as expected_back
        from
            marts.lost_customers as lost
            cross join spans
    )
select
    sums.lost::integer as lost,
    sums.value_lost::decimal(18, 4) as value_lost,
    case
        when spans.from_date is not null then sums.span_lost
    end::integer as span_lost,
    sums.span_value_lost::decimal(18, 4) as span_value_lost,
    case
        when before.revenue > 0 then safe_div(sums.span_value_lost, before.revenue)
    end as span_share,
    case
        when spans.from_date is not null then sums.noted
    end::integer as noted,
    sums.ranked::integer as ranked,
    sums.hindered::integer as hindered,
    sums.win_back_value,
    sums.expected_back
from
    sums
    cross join spans
    cross join before
where
    exists (
        select
            1
        from
            marts.month_ends
    )
