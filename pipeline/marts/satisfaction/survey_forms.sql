-- One row per survey form that was sent, or answered, by the as-of date, of customers of the analyses and anonymous ones.
-- Forms of internal customers are left out. A form is answered where its answer has a date or any of the questions an answer; an
-- answer without a date counts on the day the form was sent. Delivered value (客户让渡价值) is the four values less the four costs
-- (Kotler, Marketing Management), where all eight are answered.
-- key: survey_id
-- columns:
--   survey_id           Survey form
--   customer_id         Customer asked; NULL for an anonymous answer
--   order_id            Order it is about
--   sent_date           Date it was sent
--   is_answered         Whether it was answered
--   answer_date         Date of the answer; NULL where none came, or neither it nor the form has a date
--   recommend_score     Likelihood to recommend [0 to 10]
--   recommend_class     promoter, passive or detractor by it
--   satisfaction_score  Satisfaction [1 to 5]
--   expected_score      What was expected [1 to 5]
--   satisfaction_gap    Satisfaction less what was expected; NULL unless both are answered [-4 to 4]
--   is_dissatisfied     Whether it is a detractor's, or satisfaction is at satisfaction.dissatisfied_to or below; NULL where neither is answered
--   product_value       Value of the goods [1 to 5, 5 the most value]
--   service_value       Value of the service [1 to 5, 5 the most value]
--   people_value        Value of the people [1 to 5, 5 the most value]
--   image_value         Value of the name and its image [1 to 5, 5 the most value]
--   money_cost          Burden of what is paid [1 to 5, 5 the heaviest burden]
--   time_cost           Burden of the time that it takes [1 to 5, 5 the heaviest burden]
--   energy_cost         Burden of the effort that it takes [1 to 5, 5 the heaviest burden]
--   psychic_cost        Burden of worry and annoyance [1 to 5, 5 the heaviest burden]
--   delivered_value     Values less costs; NULL unless all eight are answered [-16 to 16]
--   has_comment         Whether the customer wrote something
-- checks:
--   only what was answered has scores: is_answered or coalesce(recommend_score, satisfaction_score, expected_score) is null
--   who recommends has a class: (recommend_score is null) = (recommend_class is null)
with
    forms as (
        select
            surveys.*,
            surveys.answered_date is not null
            or coalesce(
                surveys.recommend_score,
                surveys.satisfaction_score,
                surveys.expected_score,
                surveys.product_value,
                surveys.service_value,
                surveys.people_value,
                surveys.image_value,
                surveys.money_cost,
                surveys.time_cost,
                surveys.energy_cost,
                surveys.psychic_cost
            ) is not null as is_answered
        from
            staging.stg_surveys as surveys
            left join marts.customers as customers on surveys.customer_id = customers.customer_id
        where
            surveys.customer_id is null
            or customers.customer_id is not null
    )
select
    forms.survey_id,
    forms.customer_id,
    forms.order_id,
    forms.sent_date,
    forms.is_answered,
    case
        when forms.is_answered then coalesce(forms.answered_date, forms.sent_date)
    end as answer_date,
    forms.recommend_score::integer as recommend_score,
    case
        when forms.recommend_score >= settings.satisfaction_promoter_from then 'promoter'
        when forms.recommend_score >= settings.satisfaction_passive_from then 'passive'
        when forms.recommend_score is not null then 'detractor'
    end as recommend_class,
    forms.satisfaction_score::integer as satisfaction_score,
    forms.expected_score::integer as expected_score,
    (forms.satisfaction_score - forms.expected_score)::integer as satisfaction_gap,
    case
        when coalesce(forms.recommend_score, forms.satisfaction_score) is not null then coalesce(forms.recommend_score < settings.satisfaction_passive_from, false)
        or coalesce(forms.satisfaction_score <= settings.satisfaction_dissatisfied_to, false)
    end as is_dissatisfied,
    forms.product_value::integer as product_value,
    forms.service_value::integer as service_value,
    forms.people_value::integer as people_value,
    forms.image_value::integer as image_value,
    forms.money_cost::integer as money_cost,
    forms.time_cost::integer as time_cost,
    forms.energy_cost::integer as energy_cost,
    forms.psychic_cost::integer as psychic_cost,
    (
        forms.product_value + forms.service_value + forms.people_value + forms.image_value - forms.money_cost - forms.time_cost - forms.energy_cost - forms.psychic_cost
    )::integer as delivered_value,
    forms.comment is not null as has_comment
from
    forms
    cross join run.settings as settings
