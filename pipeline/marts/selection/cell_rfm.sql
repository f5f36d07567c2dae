-- One row per scheme of RFM, group and cell with customers in it. All figures add up, see rfm_groups; each scheme holds
-- every customer that is scored, clusters where there are any.
-- key: scheme, name, cell
-- columns:
--   scheme        segment, class, decision or cluster; score: the scores for recency and frequency
--   name          Name of the group; of a score the two, as 5-4
--   cell          Cell of the customers, see cells
--   customers     Customers [customers]
--   orders        Orders [orders]
--   revenue       Revenue [reporting currency]
--   recency_days  Sum of R: days since the last order [days]
--   amount        Sum of M [reporting currency]
with
    schemes as (
        select
            unnest(['segment', 'class', 'decision', 'cluster', 'score']) as scheme
    ),
    memberships as (
        select
            schemes.scheme,
            case schemes.scheme
                when 'segment' then scores.segment
                when 'class' then scores.class
                when 'decision' then scores.decision
                when 'cluster' then scores.cluster_label
                when 'score' then scores.recency_score || '-' || scores.frequency_score
            end as name,
            cells.cell,
            scores.orders,
            scores.revenue,
            scores.recency_days,
            scores.amount
        from
            marts.rfm_customers as scores
            inner join marts.customer_cells as cells on scores.customer_id = cells.customer_id
            cross join schemes
    )
select
    scheme,
    name,
    cell,
    count(*)::integer as customers,
    sum(orders)::integer as orders,
    sum(revenue)::decimal(18, 4) as revenue,
    sum(recency_days)::bigint as recency_days,
    sum(amount)::decimal(18, 4) as amount
from
    memberships
where
    name is not null
group by
    scheme,
    name,
    cell
