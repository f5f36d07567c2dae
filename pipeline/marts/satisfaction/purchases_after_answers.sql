-- One row per kind of customer, and all of them, and class of its answer: what promoters, passives and detractors went on to buy, see
-- answer_outcomes. Who is asked after an order has one in the time before: what tells is the difference between the classes. Kinds
-- stand apart, for they are asked at other times and order at another pace. The change has no rate where nothing was bought before.
-- The rate is a ratio of two sums over customers, which a few large ones may make: its interval is that of the delta method, of variance
-- sum((after - ratio x before)^2) / (sum before)^2 with the ratio of revenue after to revenue before (Cochran, Sampling Techniques 1977, chapter
-- 6), told from satisfaction.min_answers customers on. The difference from promoters has the variance of both.
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
--   change_low       Lower end of the interval of that rate with a chance of prediction.confidence; NULL of fewer than satisfaction.min_answers customers
--   change_high      Upper end of that interval
--   difference       change_rate less that of the promoters of the kind; NULL for these, and where either is not known [points of 1]
--   difference_low   Lower end of its interval; NULL where either rate has none [points of 1]
--   difference_high  Upper end of that interval [points of 1]
--   ordered_again    Customers with an order in the time after [customers]
--   again_rate       Their share; NULL where nobody is looked at [0 to 1]
--   again_low        Lower end of its interval of prediction.confidence by Wilson [0 to 1]
--   again_high       Upper end of that interval [0 to 1]
-- checks:
--   the change lies in its interval: coalesce(change_rate between change_low and change_high, true)
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
    ),
    ratios as (
        select
            kind,
            recommend_class,
            customers,
            revenue_before::double as revenue_before,
            revenue_after::double / revenue_before::double as ratio
        from
            counts
        where
            revenue_before > 0
    ),
    squares as (
        select
            ratios.kind,
            ratios.recommend_class,
            ratios.customers,
            ratios.revenue_before,
            ratios.ratio,
            sum(
                power(kinds.revenue_after::double - ratios.ratio * kinds.revenue_before::double, 2)
                order by
                    kinds.customer_id
            ) as squares
        from
            ratios
            inner join kinds on ratios.kind = kinds.kind
            and ratios.recommend_class = kinds.recommend_class
        where
            kinds.survey_id is not null
        group by
            ratios.kind,
            ratios.recommend_class,
            ratios.customers,
            ratios.revenue_before,
            ratios.ratio
    ),
    rates as (
        select
            squares.kind,
            squares.recommend_class,
            squares.ratio - 1 as change_rate,
            case
                when squares.customers >= settings.satisfaction_min_answers then sqrt(squares.squares) / squares.revenue_before
            end as error
        from
            squares
            cross join run.settings as settings
    ),
    compared as (
        select
            rates.*,
            rates.change_rate - promoters.change_rate as difference,
            sqrt(rates.error * rates.error + promoters.error * promoters.error) as difference_error
        from
            rates
            left join rates as promoters on rates.kind = promoters.kind
            and promoters.recommend_class = 'promoter'
            and rates.recommend_class <> 'promoter'
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
    compared.change_rate,
    compared.change_rate - intervals.normal_quantile * compared.error as change_low,
    compared.change_rate + intervals.normal_quantile * compared.error as change_high,
    compared.difference,
    compared.difference - intervals.normal_quantile * compared.difference_error as difference_low,
    compared.difference + intervals.normal_quantile * compared.difference_error as difference_high,
    counts.ordered_again::integer as ordered_again,
    safe_div(counts.ordered_again, counts.customers) as again_rate,
    wilson_low (counts.ordered_again, counts.customers, intervals.normal_quantile) as again_low,
    wilson_high (counts.ordered_again, counts.customers, intervals.normal_quantile) as again_high
from
    counts
    cross join marts.interval_quantile as intervals
    left join compared on counts.kind = compared.kind
    and counts.recommend_class = compared.recommend_class
