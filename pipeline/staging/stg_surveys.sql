-- One row per survey, but for those sent after the as-of date. An answer that came after it has not come yet.
-- key: survey_id
-- columns:
--   survey_id           Survey form
--   customer_id         Customer asked, merged duplicates as one; NULL for an anonymous answer
--   order_id            Order it is about
--   sent_date           Date it was sent
--   answered_date       Date of the answer; NULL where none came
--   recommend_score     Likelihood to recommend [0 to 10]
--   satisfaction_score  Satisfaction [1 to 5]
--   expected_score      What was expected [1 to 5]
--   product_value       Value of the goods [1 to 5, 5 the most value]
--   service_value       Value of the service [1 to 5, 5 the most value]
--   people_value        Value of the people [1 to 5, 5 the most value]
--   image_value         Value of the name and its image [1 to 5, 5 the most value]
--   money_cost          Burden of what is paid [1 to 5, 5 the heaviest burden]
--   time_cost           Burden of the time that it takes [1 to 5, 5 the heaviest burden]
--   energy_cost         Burden of the effort that it takes [1 to 5, 5 the heaviest burden]
--   psychic_cost        Burden of worry and annoyance [1 to 5, 5 the heaviest burden]
--   comment             What the customer wrote
with
    surveys as (
        select
            surveys.*,
            coalesce(surveys.answered_date <= settings.as_of_date, true) as is_known
        from
            raw.surveys as surveys
            cross join run.settings as settings
        where
            coalesce(surveys.sent_date, surveys.answered_date) <= settings.as_of_date
            or coalesce(surveys.sent_date, surveys.answered_date) is null
    )
select
    surveys.survey_id,
    ids.customer_id,
    surveys.order_id,
    surveys.sent_date,
    case
        when surveys.is_known then surveys.answered_date
    end as answered_date,
    case
        when surveys.is_known then surveys.recommend_score
    end as recommend_score,
    case
        when surveys.is_known then surveys.satisfaction_score
    end as satisfaction_score,
    case
        when surveys.is_known then surveys.expected_score
    end as expected_score,
    case
        when surveys.is_known then surveys.product_value
    end as product_value,
    case
        when surveys.is_known then surveys.service_value
    end as service_value,
    case
        when surveys.is_known then surveys.people_value
    end as people_value,
    case
        when surveys.is_known then surveys.image_value
    end as image_value,
    case
        when surveys.is_known then surveys.money_cost
    end as money_cost,
    case
        when surveys.is_known then surveys.time_cost
    end as time_cost,
    case
        when surveys.is_known then surveys.energy_cost
    end as energy_cost,
    case
        when surveys.is_known then surveys.psychic_cost
    end as psychic_cost,
    case
        when surveys.is_known then surveys.comment
    end as comment
from
    surveys
    left join staging.stg_customer_ids as ids on surveys.customer_id = ids.source_customer_id
