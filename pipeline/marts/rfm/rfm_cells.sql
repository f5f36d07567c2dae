-- One row per pair of a score for recency and a score for frequency, all 25 of them, for a heat map.
-- A pair without customers has counts of 0 and no mean.
-- key: recency_score, frequency_score
-- columns:
--   recency_score    Score for recency [1 to 5]
--   frequency_score  Score for frequency [1 to 5]
--   customers        Customers [customers]
--   customer_share   Share of the customers scored [0 to 1]
--   revenue          Revenue [reporting currency]
--   revenue_share    Share of revenue; NULL where there is none in all [0 to 1]
--   mean_amount      Mean of M [reporting currency]
with
    sums as (
        select
            recency_score,
            frequency_score,
            count(*) as customers,
            sum(revenue) as revenue,
            sum(amount) as amount
        from
            marts.rfm_customers
        group by
            recency_score,
            frequency_score
    )
select
    recency_scores.score::integer as recency_score,
    frequency_scores.score::integer as frequency_score,
    coalesce(sums.customers, 0)::integer as customers,
    safe_div(coalesce(sums.customers, 0), totals.customers) as customer_share,
    coalesce(sums.revenue, 0)::decimal(38, 4) as revenue,
    case
        when totals.revenue > 0 then safe_div(coalesce(sums.revenue, 0), totals.revenue)
    end as revenue_share,
    safe_div(sums.amount, sums.customers) as mean_amount
from
    range(1, 6) as recency_scores (score)
    cross join range(1, 6) as frequency_scores (score)
    cross join marts.rfm_totals as totals
    left join sums on recency_scores.score = sums.recency_score
    and frequency_scores.score = sums.frequency_score
