-- One row per cluster and measure: where the middle of the cluster lies, and how far from that of all customers.
-- The middle is the mean on the scale that clusters are formed on, see rfm_measures: of the measure, or of its logarithm
-- sign(x) ln(1 + |x|) where it is skewed. Its distance from the mean of all in standard deviations of all, the mean of
-- the standard scores of the cluster's customers, is the same unit for all three: it says what sets the cluster apart.
-- Taken back to days, orders and money, the middle of a skewed measure is one that a few very large customers do not lift.
-- key: cluster, measure
-- columns:
--   cluster     Number of the cluster
--   measure     recency, frequency or monetary
--   customers   Customers of the cluster [customers]
--   is_log      Whether the scale is that of the logarithm
--   mean        Mean of the measure as it is: days, orders or reporting currency
--   middle      Mean on the scale, taken back to days, orders or reporting currency
--   difference  Mean on the scale less that of all customers; NULL where all customers are equal [standard deviations]
-- checks:
--   the differences of all customers cancel out: difference is null or abs((select sum(twin.difference * twin.customers)
--     from marts.rfm_centres as twin where twin.measure = this.measure)) < 0.001
with
    points as (
        select
            customer_id,
            'recency' as measure,
            recency_days::decimal(38, 4) as value
        from
            marts.rfm_values
        union all
        select
            customer_id,
            'frequency',
            orders
        from
            marts.rfm_values
        union all
        select
            customer_id,
            'monetary',
            amount
        from
            marts.rfm_values
    ),
    scaled as (
        -- Decimals: sums of doubles would differ with the number of threads.
        select
            points.customer_id,
            points.measure,
            points.value,
            measures.is_log,
            measures.scale_mean,
            measures.scale_deviation,
            case
                when measures.is_log then sign(points.value) * ln(1 + abs(points.value))
                else points.value
            end::decimal(38, 12) as scaled_value
        from
            points
            inner join marts.rfm_measures as measures on points.measure = measures.measure
    ),
    centres as (
        select
            members.cluster,
            scaled.measure,
            scaled.is_log,
            scaled.scale_mean,
            scaled.scale_deviation,
            count(*) as customers,
            safe_div(sum(scaled.value), count(*)) as mean,
            safe_div(sum(scaled.scaled_value), count(*)) as centre
        from
            marts.rfm_cluster_members as members
            inner join scaled on members.customer_id = scaled.customer_id
        group by
            members.cluster,
            scaled.measure,
            scaled.is_log,
            scaled.scale_mean,
            scaled.scale_deviation
    )
select
    cluster,
    measure,
    customers::integer as customers,
    is_log,
    mean,
    case
        when is_log then sign(centre) * (exp(abs(centre)) - 1)
        else centre
    end as middle,
    safe_div(centre - scale_mean, scale_deviation) as difference
from
    centres
