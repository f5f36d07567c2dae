-- Bad rows: classes of answers whose customers, revenue or orders by kind do not add up to those of all, or are not those of each customer
-- severity: error
-- fix: compare marts.purchases_after_answers with marts.answer_outcomes
with
    totals as (
        select
            case
                when kind = 'all' then 'all'
                else 'kinds'
            end as source,
            recommend_class,
            sum(customers + too_recent + too_early) as customers,
            sum(revenue_after - revenue_before) as change,
            sum(ordered_again) as ordered_again
        from
            marts.purchases_after_answers
        group by
            case
                when kind = 'all' then 'all'
                else 'kinds'
            end,
            recommend_class
    ),
    singles as (
        select
            recommend_class,
            count(*) as customers,
            coalesce(sum(revenue_after - revenue_before), 0) as change,
            count(
                case
                    when orders_after > 0 then 1
                end
            ) as ordered_again
        from
            marts.answer_outcomes
        group by
            recommend_class
    ),
    sources as (
        select
            sources.source,
            singles.*
        from
            singles
            cross join (
                values
                    ('all'),
                    ('kinds')
            ) as sources (source)
    )
select
    coalesce(sources.source, totals.source) as source,
    coalesce(sources.recommend_class, totals.recommend_class) as recommend_class,
    sources.customers,
    totals.customers as counted_customers
from
    sources
    full outer join totals on sources.source = totals.source
    and sources.recommend_class = totals.recommend_class
where
    (
        sources.customers = totals.customers
        and sources.change = totals.change
        and sources.ordered_again = totals.ordered_again
    ) is not true
