-- One row per scheme of named segments and segment: its customers and figures.
-- Each scheme divides all customers that are scored; a segment without customers has counts of 0 and no means.
-- key: scheme, segment
-- columns:
--   scheme             Scheme of named segments
--   position           Place of the segment in its scheme, from 1
--   segment            Named segment
--   is_shown           Whether the scheme is the one that customers are shown by
--   action             What to do for its customers
--   triples            Triples of scores that belong to it, of 125
--   customers          Customers [customers]
--   customer_share     Share of the customers scored [0 to 1]
--   orders             Orders [orders]
--   revenue            Revenue [reporting currency]
--   revenue_share      Share of revenue; NULL where there is none in all [0 to 1]
--   mean_recency_days  Mean of R [days]
--   mean_orders        Mean of F [orders]
--   mean_amount        Mean of M [reporting currency]
with
    scored as (
        select
            recency_score,
            frequency_score,
            monetary_score,
            count(*) as customers,
            sum(recency_days) as recency_days,
            sum(orders) as orders,
            sum(revenue) as revenue,
            sum(amount) as amount
        from
            marts.rfm_customers
        group by
            recency_score,
            frequency_score,
            monetary_score
    ),
    sums as (
        select
            triples.scheme,
            triples.segment,
            count(*) as triples,
            sum(scored.customers) as customers,
            sum(scored.recency_days) as recency_days,
            sum(scored.orders) as orders,
            sum(scored.revenue) as revenue,
            sum(scored.amount) as amount
        from
            marts.rfm_segment_triples as triples
            left join scored on triples.recency_score = scored.recency_score
            and triples.frequency_score = scored.frequency_score
            and triples.monetary_score = scored.monetary_score
        group by
            triples.scheme,
            triples.segment
    )
select
    segments.scheme,
    row_number() over (
        partition by
            segments.scheme
        order by
            segments.position
    )::integer as position,
    segments.segment,
    segments.scheme = settings.rfm_scheme as is_shown,
    segments.action,
    coalesce(sums.triples, 0)::integer as triples,
    coalesce(sums.customers, 0)::integer as customers,
    safe_div(coalesce(sums.customers, 0), totals.customers) as customer_share,
    coalesce(sums.orders, 0)::bigint as orders,
    coalesce(sums.revenue, 0)::decimal(38, 4) as revenue,
    case
        when totals.revenue > 0 then safe_div(coalesce(sums.revenue, 0), totals.revenue)
    end as revenue_share,
    safe_div(sums.recency_days, sums.customers) as mean_recency_days,
    safe_div(sums.orders, sums.customers) as mean_orders,
    safe_div(sums.amount, sums.customers) as mean_amount
from
    run.rfm_segments as segments
    cross join run.settings as settings
    cross join marts.rfm_totals as totals
    left join sums on segments.scheme = sums.scheme
    and segments.segment = sums.segment
