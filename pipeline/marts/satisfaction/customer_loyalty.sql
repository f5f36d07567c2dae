-- One row per customer that ever ordered: its loyalty by attitude and behaviour.
-- The attitude is that of its last answer within satisfaction.attitude_days: favourable if it would recommend us with
-- satisfaction.loyal_recommend_from points of 10 or more; where that was not answered, if it is satisfied with
-- satisfaction.loyal_satisfaction_from of 5 or more, for merely satisfied customers leave (T. Jones and W. Sasser, Harvard Business
-- Review 1995). It buys regularly if it is not lost and has the orders and quarters of a loyal customer, see customer_states; complaints,
-- which are attitude, do not count here. Favourable and regular is true loyalty (真正忠诚), favourable alone latent (潜在忠诚), regular alone
-- spurious (虚假忠诚), neither none (不忠诚): A. Dick and K. Basu, Journal of the Academy of Marketing Science 22, 1994.
-- key: customer_id
-- columns:
--   customer_id      Customer
--   attitude         favourable, unfavourable, or not known without an answer
--   behaviour        How it buys: regularly or seldom
--   loyalty          true, latent, spurious, none, or not known without an answer
--   answer_date      Date of the answer that tells the attitude
-- checks:
--   the loyalty is known where the attitude is: (attitude = 'not known') = (loyalty = 'not known')
with
    answers as (
        select
            forms.customer_id,
            forms.answer_date,
            case
                when forms.recommend_score is not null then forms.recommend_score >= settings.satisfaction_loyal_recommend_from
                else forms.satisfaction_score >= settings.satisfaction_loyal_satisfaction_from
            end as is_favourable,
            row_number() over (
                partition by
                    forms.customer_id
                order by
                    forms.answer_date desc,
                    forms.survey_id desc
            ) as place
        from
            marts.survey_forms as forms
            cross join run.settings as settings
        where
            forms.customer_id is not null
            and forms.answer_date > settings.as_of_date - settings.satisfaction_attitude_days
            and coalesce(forms.recommend_score, forms.satisfaction_score) is not null
    ),
    judged as (
        select
            customers.customer_id,
            case
                when answers.is_favourable then 'favourable'
                when not answers.is_favourable then 'unfavourable'
                else 'not known'
            end as attitude,
            case
                when states.state <> 'lost'
                and states.orders >= settings.states_loyal_orders
                and states.quarters >= settings.states_loyal_quarters then 'regularly'
                else 'seldom'
            end as behaviour,
            answers.answer_date
        from
            marts.customers as customers
            cross join run.settings as settings
            left join marts.customer_states as states on customers.customer_id = states.customer_id
            and settings.as_of_date = states.month_end
            left join answers on customers.customer_id = answers.customer_id
            and answers.place = 1
        where
            customers.orders > 0
    )
select
    customer_id,
    attitude,
    behaviour,
    case
        when attitude = 'not known' then 'not known'
        when attitude = 'favourable'
        and behaviour = 'regularly' then 'true'
        when attitude = 'favourable' then 'latent'
        when behaviour = 'regularly' then 'spurious'
        else 'none'
    end as loyalty,
    answer_date
from
    judged
