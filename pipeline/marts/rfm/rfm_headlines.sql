-- One row per run: the customers that matter most, and those that matter and stay away.
-- key: none
-- columns:
--   best_decision                Decision segment of customers that are better on each of R, F and M
--   best_customers               Its customers [customers]
--   best_customer_share          Share of the customers scored [0 to 1]
--   best_revenue                 Its revenue [reporting currency]
--   best_revenue_share           Share of revenue; NULL where there is none in all [0 to 1]
--   top_segment                  Named segment of the score 555
--   top_customers                Its customers [customers]
--   top_revenue_share            Share of revenue; NULL where there is none in all [0 to 1]
--   fading_customers             Customers with a larger amount than the mean and no later order than the mean [customers]
--   fading_revenue               Their revenue [reporting currency]
--   fading_revenue_share         Share of revenue; NULL where there is none in all [0 to 1]
--   recency_better_customers     Customers whose last order is later than the mean [customers]
--   frequency_better_customers   Customers with more orders than the mean [customers]
--   monetary_better_customers    Customers with a larger amount than the mean [customers]
-- checks:
--   customers with large amounts are at least those of them that fade: fading_customers <= monetary_better_customers
with
    best as (
        select
            groups.name,
            groups.customers,
            groups.customer_share,
            groups.revenue,
            groups.revenue_share
        from
            run.rfm_classes as classes
            inner join marts.rfm_groups as groups on classes.decision = groups.name
            and groups.scheme = 'decision'
        where
            classes.recency_is_better
            and classes.frequency_is_better
            and classes.monetary_is_better
    ),
    top_segments as (
        select
            groups.name,
            groups.customers,
            groups.revenue_share
        from
            marts.rfm_segment_triples as triples
            inner join run.settings as settings on triples.scheme = settings.rfm_scheme
            inner join marts.rfm_groups as groups on triples.segment = groups.name
            and groups.scheme = 'segment'
        where
            triples.recency_score = 5
            and triples.frequency_score = 5
            and triples.monetary_score = 5
    ),
    compared as (
        select
            sum(
                case
                    when recency_is_better then 1
                    else 0
                end
            ) as recency_better,
            sum(
                case
                    when frequency_is_better then 1
                    else 0
                end
            ) as frequency_better,
            sum(
                case
                    when monetary_is_better then 1
                    else 0
                end
            ) as monetary_better,
            sum(
                case
                    when monetary_is_better
                    and not recency_is_better then 1
                    else 0
                end
            ) as fading,
            sum(
                case
                    when monetary_is_better
                    and not recency_is_better then revenue
                    else 0
                end
            ) as fading_revenue
        from
            marts.rfm_customers
    )
select
    best.name as best_decision,
    best.customers as best_customers,
    best.customer_share as best_customer_share,
    best.revenue as best_revenue,
    best.revenue_share as best_revenue_share,
    top_segments.name as top_segment,
    top_segments.customers as top_customers,
    top_segments.revenue_share as top_revenue_share,
    compared.fading::integer as fading_customers,
    compared.fading_revenue::decimal(38, 4) as fading_revenue,
    case
        when totals.revenue > 0 then safe_div(compared.fading_revenue, totals.revenue)
    end as fading_revenue_share,
    compared.recency_better::integer as recency_better_customers,
    compared.frequency_better::integer as frequency_better_customers,
    compared.monetary_better::integer as monetary_better_customers
from
    marts.rfm_totals as totals
    cross join compared
    cross join best
    cross join top_segments
