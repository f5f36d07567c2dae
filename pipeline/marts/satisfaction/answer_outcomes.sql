-- One row per customer that ever said whether it would recommend us: what it bought in satisfaction.outcome_days after the answer, against
-- the same time before it. The answer is the last of those whose time after is over and whose time before lies within the
-- recorded orders; who has none such is counted, with the reason. The day of the answer belongs to the time before. Refunds lower
-- revenue and are no orders. Anonymous answers tell of nobody.
-- key: customer_id
-- columns:
--   customer_id      Customer
--   survey_id        Form; NULL where none can be looked at
--   answer_date      Day on which it was given
--   recommend_class  promoter, passive or detractor by it; without one that can be looked at, by the last answer
--   exclusion        Why it is not looked at: too recent, or too early where orders were not yet on record; NULL where it is
--   revenue_before   Revenue in the time before the answer, 0 without orders; NULL where it is not looked at [reporting currency]
--   revenue_after    Revenue in the time after it, likewise [reporting currency]
--   orders_before    Orders in the time before; NULL where it is not looked at [orders]
--   orders_after     Orders in the time after, likewise [orders]
-- checks:
--   what is looked at has a form: (exclusion is null) = (survey_id is not null)
with
    history as (
        select
            min(order_date) as start_date
        from
            marts.orders
    ),
    answers as (
        select
            forms.customer_id,
            forms.survey_id,
            forms.answer_date,
            forms.recommend_class,
            case
                when forms.answer_date + settings.satisfaction_outcome_days > settings.as_of_date then 'too recent'
                when forms.answer_date - settings.satisfaction_outcome_days + 1 < history.start_date
                or history.start_date is null then 'too early'
            end as exclusion
        from
            marts.survey_forms as forms
            cross join run.settings as settings
            cross join history
        where
            forms.customer_id is not null
            and forms.answer_date is not null
            and forms.recommend_class is not null
    ),
    placed as (
        select
            answers.*,
            row_number() over (
                partition by
                    customer_id
                order by
                    exclusion is null desc,
                    answer_date desc,
                    survey_id desc
            ) as place
        from
            answers
    ),
    bought as (
        select
            placed.customer_id,
            sum(
                case
                    when orders.order_date <= placed.answer_date then orders.revenue
                end
            ) as revenue_before,
            sum(
                case
                    when orders.order_date > placed.answer_date then orders.revenue
                end
            ) as revenue_after,
            sum(
                case
                    when orders.order_date <= placed.answer_date then orders.order_count
                end
            ) as orders_before,
            sum(
                case
                    when orders.order_date > placed.answer_date then orders.order_count
                end
            ) as orders_after
        from
            placed
            cross join run.settings as settings
            inner join marts.orders as orders on placed.customer_id = orders.customer_id
            and orders.order_date > placed.answer_date - settings.satisfaction_outcome_days
            and orders.order_date <= placed.answer_date + settings.satisfaction_outcome_days
        where
            placed.place = 1
        group by
            placed.customer_id
    )
select
    placed.customer_id,
    case
        when placed.exclusion is null then placed.survey_id
    end as survey_id,
    placed.answer_date,
    placed.recommend_class,
    placed.exclusion,
    case
        when placed.exclusion is null then coalesce(bought.revenue_before, 0)::decimal(18, 4)
    end as revenue_before,
    case
        when placed.exclusion is null then coalesce(bought.revenue_after, 0)::decimal(18, 4)
    end as revenue_after,
    case
        when placed.exclusion is null then coalesce(bought.orders_before, 0)::integer
    end as orders_before,
    case
        when placed.exclusion is null then coalesce(bought.orders_after, 0)::integer
    end as orders_after
from
    placed
    left join bought on placed.customer_id = bought.customer_id
where
    placed.place = 1
