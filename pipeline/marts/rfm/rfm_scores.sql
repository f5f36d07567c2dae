-- One row per measure and score: who has it, and from where to where it reaches.
-- A score that no customer has, because too many are equal, has a count of 0 and no reach.
-- key: measure, score
-- columns:
--   measure         recency, frequency or monetary
--   score           Score [1 to 5]
--   customers       Customers [customers]
--   customer_share  Share of the customers scored [0 to 1]
--   lowest          Lowest value of the measure among them: days, orders or reporting currency
--   highest         Highest value of the measure among them: days, orders or reporting currency
-- checks:
--   a score reaches upwards: customers = 0 or lowest <= highest
with
    scored as (
        select
            'recency' as measure,
            recency_score as score,
            recency_days::decimal(18, 4) as value
        from
            marts.rfm_customers
        union all
        select
            'frequency',
            frequency_score,
            orders::decimal(18, 4)
        from
            marts.rfm_customers
        union all
        select
            'monetary',
            monetary_score,
            amount
        from
            marts.rfm_customers
    ),
    measures as (
        select
            'recency' as measure
        union all
        select
            'frequency'
        union all
        select
            'monetary'
    ),
    reaches as (
        select
            measure,
            score,
            count(*) as customers,
            min(value) as lowest,
            max(value) as highest
        from
            scored
        group by
            measure,
            score
    )
select
    measures.measure,
    scores.score::integer as score,
    coalesce(reaches.customers, 0)::integer as customers,
    safe_div(coalesce(reaches.customers, 0), totals.customers) as customer_share,
    reaches.lowest::decimal(18, 4) as lowest,
    reaches.highest::decimal(18, 4) as highest
from
    measures
    cross join range(1, 6) as scores (score)
    cross join marts.rfm_totals as totals
    left join reaches on measures.measure = reaches.measure
    and scores.score = reaches.score
