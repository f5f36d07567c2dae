-- One row per kind of customer, and all of them, and class of its answer: what promoters, passives and detractors went on to buy, see
-- answer_outcomes. Who is asked after an order has one in the time before: what tells is the difference between the classes. Kinds
-- stand apart, for they are asked at other times and order at another pace. The change has no rate where nothing was bought before.
-- key: kind, recommend_class
-- columns:
--   kind             all, consumer, business or distributor
--   recommend_class  promoter, passive or detractor
--   position         Place of the class, from 1 for promoters
--   customers        Customers whose answer is looked at [customers]
--   too_recent       Customers whose answers are all too recent, or too recent or too early and the last too recent [customers]
--   too_early        Customers whose last answer is too early, and none other can be looked at [customers]
--   revenue_before   Revenue in the time before the answer [reporting currency]
--   revenue_after    Revenue in the time after it [reporting currency]
--   change           Revenue after less before [reporting currency]
--   change_rate      Change by the revenue before; NULL where that is not positive
--   ordered_again    Customers with an order in the time after [customers]
--   again_rate       Their share; NULL where nobody is looked at [0 to 1]
--   again_low        Lower end of its interval of prediction.confidence by Wilson [0 to 1]
--   again_high       Upper end of that interval [0 to 1]
-- checks:
--   no more order again than there are: ordered_again <= customers
with
    kinds as (
        select
            outcomes.*,
            customers.kind
        from
            marts.answer_outcomes as outcomes
            inner join marts.customers as customers on outcomes.customer_id = customers.customer_id
        union all
        select
            outcomes.*,
            'all'
        from
            marts.answer_outcomes as outcomes
    ),
    counts as (
        select
            kind,
            recommend_class,
            count(survey_id) as customers,
            count(
                case
                    when exclusion = 'too recent' then 1
                end
            ) as too_recent,
            count(
                case
                    when exclusion = 'too early' then 1
                end
            ) as too_early,
            coalesce(sum(revenue_before), 0) as revenue_before,
            coalesce(sum(revenue_after), 0) as revenue_after,
            count(
                case
                    when orders_after > 0 then 1
                end
            ) as ordered_again
        from
            kinds
        group by
            kind,
            recommend_class
    )
select
    counts.kind,
    counts.recommend_class,
    case counts.recommend_class
        when 'promoter' then 1
        when 'passive' then 2
        else 3
    end as position,
    counts.customers::integer as customers,
    counts.too_recent::integer as too_recent,
    counts.too_early::integer as too_early,
    counts.revenue_before::decimal(18, 4) as revenue_before,
    counts.revenue_after::decimal(18, 4) as revenue_after,
    (counts.revenue_after - counts.revenue_before)::decimal(18, 4) as change,
    case
        when counts.revenue_before > 0 then safe_div(counts.revenue_after - counts.revenue_before, counts.revenue_before)
    end as change_rate,
    counts.ordered_again::integer as ordered_again,
    safe_div(counts.ordered_again, counts.customers) as again_rate,
    wilson_low (counts.ordered_again, counts.customers, intervals.normal_quantile) as again_low,
    wilson_high (counts.ordered_again, counts.customers, intervals.normal_quantile) as again_high
from
    counts
    cross join marts.interval_quantile as intervals
