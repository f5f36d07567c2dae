-- One row per cut between two scores: where on R, F and M it lies.
-- A bound is where the next score begins: the quantile (type 7 of Hyndman and Fan) plus one step of the measure: a day,
-- an order, the last decimal place that amounts use. So it is in the R package rfm, where the step is always 1; here a
-- shop that counts in cents gets the scores that it would get if it counted them as whole numbers. A quantile that falls
-- between two values is moved by the same step: whoever lies less than a step beyond it still counts as below.
-- Customers on a quantile stay together below the cut, so a quantile that many share leaves a score empty.
-- key: cut
-- columns:
--   cut                    1 to 4, in ascending order of the values
--   share                  Share of customers up to the quantile [0 to 1]
--   recency_quantile_days  Quantile of R [days]
--   orders_quantile        Quantile of F [orders]
--   amount_quantile        Quantile of M [reporting currency]
--   amount_step            Smallest decimal place that amounts use [reporting currency]
--   recency_bound_days     R from which on the score for recency is 5 - cut at most, by setting or quantile [days]
--   orders_bound           F from which on the score for frequency is cut + 1 at least [orders]
--   amount_bound           M from which on the score for amount is cut + 1 at least [reporting currency]
-- checks:
--   a cut lies beyond the one before: not exists (select 1 from marts.rfm_cut_points as lower_cut
--     where lower_cut.cut < this.cut and (lower_cut.recency_bound_days > this.recency_bound_days
--     or lower_cut.orders_bound > this.orders_bound or lower_cut.amount_bound > this.amount_bound))
with
    steps as (
        select
            min(
                case
                    when amount = round(amount, 0) then 1
                    when amount = round(amount, 1) then 0.1
                    when amount = round(amount, 2) then 0.01
                    when amount = round(amount, 3) then 0.001
                    else 0.0001
                end
            )::decimal(18, 4) as amount_step
        from
            marts.rfm_values
        having
            count(*) > 0
    ),
    quantiles as (
        -- Decimals, for a double would leave it to its rounding on which side of the cut a customer falls.
        select
            1 as cut,
            0.2::double as share,
            quantile_cont(recency_days::double, 0.2)::decimal(28, 8) as recency_days,
            quantile_cont(orders::double, 0.2)::decimal(28, 8) as orders,
            quantile_cont(amount::double, 0.2)::decimal(28, 8) as amount
        from
            marts.rfm_values
        union all
        select
            2,
            0.4,
            quantile_cont(recency_days::double, 0.4)::decimal(28, 8),
            quantile_cont(orders::double, 0.4)::decimal(28, 8),
            quantile_cont(amount::double, 0.4)::decimal(28, 8)
        from
            marts.rfm_values
        union all
        select
            3,
            0.6,
            quantile_cont(recency_days::double, 0.6)::decimal(28, 8),
            quantile_cont(orders::double, 0.6)::decimal(28, 8),
            quantile_cont(amount::double, 0.6)::decimal(28, 8)
        from
            marts.rfm_values
        union all
        select
            4,
            0.8,
            quantile_cont(recency_days::double, 0.8)::decimal(28, 8),
            quantile_cont(orders::double, 0.8)::decimal(28, 8),
            quantile_cont(amount::double, 0.8)::decimal(28, 8)
        from
            marts.rfm_values
    )
select
    quantiles.cut,
    quantiles.share,
    quantiles.recency_days as recency_quantile_days,
    quantiles.orders as orders_quantile,
    quantiles.amount as amount_quantile,
    steps.amount_step,
    coalesce(cuts.recency_days::decimal(28, 8), quantiles.recency_days + 1) as recency_bound_days,
    coalesce(cuts.orders::decimal(28, 8), quantiles.orders + 1) as orders_bound,
    coalesce(cuts.amount::decimal(28, 8), quantiles.amount + steps.amount_step) as amount_bound
from
    quantiles
    inner join run.rfm_cuts as cuts on quantiles.cut = cuts.position
    cross join steps
