-- One row per customer that is scored: its loyalty score (客户忠诚度) and rank.
-- The score is the weighted sum of the standard scores of recency, reversed, orders and amount: z = (x - mean) / standard
-- deviation, with n - 1, of the customers scored; the weights are those of rfm_weights. What all agree in counts nothing.
-- key: customer_id
-- columns:
--   customer_id    Customer
--   loyalty_score  Loyalty score [standard deviations]
--   loyalty_rank   Rank by it, from 1; equal scores share the best rank
with
    weights as (
        select
            max(
                case
                    when measure = 'recency' then weight
                end
            ) as recency_weight,
            max(
                case
                    when measure = 'frequency' then weight
                end
            ) as frequency_weight,
            max(
                case
                    when measure = 'monetary' then weight
                end
            ) as monetary_weight
        from
            marts.rfm_weights
    ),
    deviations as (
        select
            max(
                case
                    when measure = 'recency' then deviation
                end
            ) as recency_days,
            max(
                case
                    when measure = 'frequency' then deviation
                end
            ) as orders,
            max(
                case
                    when measure = 'monetary' then deviation
                end
            ) as amount
        from
            marts.rfm_measures
    ),
    scored as (
        select
            points.customer_id,
            weights.recency_weight * coalesce(safe_div(totals.mean_recency_days - points.recency_days, deviations.recency_days), 0) + weights.frequency_weight * coalesce(safe_div(points.orders - totals.mean_orders, deviations.orders), 0) + weights.monetary_weight * coalesce(safe_div(points.amount - totals.mean_amount, deviations.amount), 0) as loyalty_score
        from
            marts.rfm_values as points
            cross join marts.rfm_totals as totals
            cross join deviations
            cross join weights
    )
select
    customer_id,
    loyalty_score,
    rank() over (
        order by
            loyalty_score desc
    )::integer as loyalty_rank
from
    scored
