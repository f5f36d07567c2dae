-- Bad rows: customers of the watched tiers whose last answer is a bad one, or with a complaint that is open, and that are not listed; and listed ones with neither
-- severity: error
-- fix: compare marts.dissatisfied_customers with marts.survey_forms and staging.stg_tickets; see marts.dissatisfactions for the rule
with
    answers as (
        select
            customer_id,
            is_dissatisfied,
            answer_date,
            row_number() over (
                partition by
                    customer_id
                order by
                    answer_date desc,
                    survey_id desc
            ) as place
        from
            marts.survey_forms
        where
            customer_id is not null
            and answer_date is not null
            and is_dissatisfied is not null
    ),
    complaints as (
        select
            customer_id,
            count(*) - count(resolved_at) as open_complaints,
            max(resolved_at::date) as resolved_date
        from
            staging.stg_tickets
        where
            kind = 'complaint'
        group by
            customer_id
    ),
    watched as (
        select distinct
            tiers.customer_id
        from
            marts.customer_tiers as tiers
            inner join run.satisfaction_attention_tiers as names on tiers.tier = names.value
            or tiers.prior_tier = names.value
    ),
    told as (
        select
            watched.customer_id,
            coalesce(complaints.open_complaints, 0) > 0
            or (
                coalesce(answers.is_dissatisfied, false)
                and coalesce(complaints.resolved_date <= answers.answer_date, true)
            ) as is_expected,
            listed.customer_id is not null as is_listed
        from
            watched
            left join answers on watched.customer_id = answers.customer_id
            and answers.place = 1
            left join complaints on watched.customer_id = complaints.customer_id
            left join marts.dissatisfied_customers as listed on watched.customer_id = listed.customer_id
    )
select
    customer_id,
    is_expected,
    is_listed
from
    told
where
    is_expected <> is_listed
