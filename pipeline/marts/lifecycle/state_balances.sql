-- One row per span of time: how the number of active customers came from one end to the other.
-- Active is who is first-time, repeat or loyal. Each month's comings and goings are added up: who was lost and came back within the
-- span counts in both.
-- key: span
-- columns:
--   span             current or prior
--   from_date        Month end that it begins with
--   until_date       Month end that it ends with
--   months           Months between the two [months]
--   is_whole         Whether the span is as long as states.span_months
--   active_before    Active at its beginning [customers]
--   entered          Ordered for the first time [customers]
--   won_back         Lost that ordered again [customers]
--   recounted        Lost that are no longer, without an order, for longer gaps have become usual [customers]
--   left_customers   Lost that were not [customers]
--   active           Active at its end [customers]
--   lost_before      Lost at its beginning [customers]
--   stayed           Of the active at its beginning those that are not lost at its end [customers]
--   stayed_rate      Their share of the active at its beginning; NULL where there was none [0 to 1]
--   stayed_rate_low  Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   stayed_rate_high  Upper end [0 to 1]
--   back             Of the lost at its beginning those that are active at its end [customers]
--   back_rate        Their share of the lost at its beginning; NULL where there was none [0 to 1]
--   back_rate_low    Lower end of its interval [0 to 1]
--   back_rate_high   Upper end [0 to 1]
-- checks:
--   who came less who left is what changed: active = active_before + entered + won_back + recounted - left_customers
with
    sums as (
        select
            spans.span,
            spans.from_date,
            spans.until_date,
            spans.months,
            spans.is_whole,
            sum(rates.entered) as entered,
            sum(rates.won_back) as won_back,
            sum(rates.recounted) as recounted,
            sum(rates.left_customers) as left_customers
        from
            marts.state_spans as spans
            inner join marts.state_rates as rates on rates.month_end > spans.from_date
            and rates.month_end <= spans.until_date
        group by
            spans.span,
            spans.from_date,
            spans.until_date,
            spans.months,
            spans.is_whole
    ),
    pairs as (
        select
            spans.span,
            sum(
                case
                    when begins.state <> 'lost'
                    and untils.state <> 'lost' then 1
                    else 0
                end
            ) as stayed,
            sum(
                case
                    when begins.state = 'lost'
                    and untils.state <> 'lost' then 1
                    else 0
                end
            ) as back
        from
            marts.state_spans as spans
            inner join marts.customer_states as begins on spans.from_date = begins.month_end
            and begins.orders > 0
            inner join marts.customer_states as untils on spans.until_date = untils.month_end
            and begins.customer_id = untils.customer_id
        group by
            spans.span
    )
select
    sums.span,
    sums.from_date,
    sums.until_date,
    sums.months,
    sums.is_whole,
    begins.active as active_before,
    sums.entered::integer as entered,
    sums.won_back::integer as won_back,
    sums.recounted::integer as recounted,
    sums.left_customers::integer as left_customers,
    untils.active,
    begins.lost as lost_before,
    coalesce(pairs.stayed, 0)::integer as stayed,
    safe_div(coalesce(pairs.stayed, 0), begins.active) as stayed_rate,
    wilson_low (coalesce(pairs.stayed, 0), begins.active, quantiles.normal_quantile) as stayed_rate_low,
    wilson_high (coalesce(pairs.stayed, 0), begins.active, quantiles.normal_quantile) as stayed_rate_high,
    coalesce(pairs.back, 0)::integer as back,
    safe_div(coalesce(pairs.back, 0), begins.lost) as back_rate,
    wilson_low (coalesce(pairs.back, 0), begins.lost, quantiles.normal_quantile) as back_rate_low,
    wilson_high (coalesce(pairs.back, 0), begins.lost, quantiles.normal_quantile) as back_rate_high
from
    sums
    cross join marts.interval_quantile as quantiles
    inner join marts.state_rates as begins on sums.from_date = begins.month_end
    inner join marts.state_rates as untils on sums.until_date = untils.month_end
    left join pairs on sums.span = pairs.span
