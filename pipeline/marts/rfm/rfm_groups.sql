-- One row per scheme and group: the named segments that customers are shown by, the eight classes, the five decision segments, the clusters.
-- Each scheme divides all customers that are scored; a group without customers has counts of 0 and no means.
-- key: scheme, position
-- columns:
--   scheme             segment, class, decision or cluster
--   position           Place of the group in its scheme, from 1
--   name               Name of the group
--   name_zh            Its name in Chinese, where it has one
--   action             What to do for its customers
--   customers          Customers [customers]
--   customer_share     Share of the customers scored [0 to 1]
--   orders             Orders [orders]
--   revenue            Revenue [reporting currency]
--   revenue_share      Share of revenue; NULL where there is none in all [0 to 1]
--   mean_recency_days  Mean of R [days]
--   mean_orders        Mean of F [orders]
--   mean_amount        Mean of M [reporting currency]
with
    schemes as (
        select
            'segment' as scheme,
            row_number() over (
                order by
                    segments.position
            ) as position,
            segments.segment as name,
            null::varchar as name_zh,
            segments.action
        from
            run.rfm_segments as segments
            inner join run.settings as settings on segments.scheme = settings.rfm_scheme
        union all
        select
            'class',
            classes.position,
            classes.class,
            classes.class_zh,
            decisions.action
        from
            run.rfm_classes as classes
            inner join run.rfm_decisions as decisions on classes.decision = decisions.decision
        union all
        select
            'decision',
            position,
            decision,
            decision_zh,
            action
        from
            run.rfm_decisions
        union all
        select
            'cluster',
            clusters.cluster,
            clusters.cluster_label,
            null,
            decisions.action
        from
            marts.rfm_clusters as clusters
            inner join run.rfm_decisions as decisions on clusters.decision = decisions.decision
    ),
    memberships as (
        select
            'segment' as scheme,
            segment as name,
            recency_days,
            orders,
            revenue,
            amount
        from
            marts.rfm_customers
        union all
        select
            'class',
            class,
            recency_days,
            orders,
            revenue,
            amount
        from
            marts.rfm_customers
        union all
        select
            'decision',
            decision,
            recency_days,
            orders,
            revenue,
            amount
        from
            marts.rfm_customers
        union all
        select
            'cluster',
            cluster_label,
            recency_days,
            orders,
            revenue,
            amount
        from
            marts.rfm_customers
        where
            cluster_label is not null
    ),
    sums as (
        select
            scheme,
            name,
            count(*) as customers,
            sum(recency_days) as recency_days,
            sum(orders) as orders,
            sum(revenue) as revenue,
            sum(amount) as amount
        from
            memberships
        group by
            scheme,
            name
    )
select
    schemes.scheme,
    schemes.position::integer as position,
    schemes.name,
    schemes.name_zh,
    schemes.action,
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
    schemes
    cross join marts.rfm_totals as totals
    left join sums on schemes.scheme = sums.scheme
    and schemes.name = sums.name
