-- Bad rows: customers of the watched tiers with a bad answer since which none is better and no complaint of the matter was resolved, or with a complaint that is open, and that are not listed; and listed ones with neither
-- severity: error
-- fix: compare marts.dissatisfied_customers with marts.survey_forms and staging.stg_tickets; see marts.dissatisfactions for the rule
with
    answers as (
        select
            survey_id,
            customer_id,
            order_id,
            answer_date,
            is_dissatisfied,
            count(
                case
                    when not is_dissatisfied then 1
                end
            ) over (
                partition by
                    customer_id
                order by
                    answer_date desc,
                    survey_id desc
            ) as better_answers
        from
            marts.survey_forms
        where
            customer_id is not null
            and answer_date is not null
            and is_dissatisfied is not null
    ),
    standing as (
        select distinct
            answers.customer_id
        from
            answers
            cross join run.settings as settings
        where
            answers.is_dissatisfied
            and answers.better_answers = 0
            and not exists (
                select
                    1
                from
                    staging.stg_tickets as tickets
                where
                    tickets.customer_id = answers.customer_id
                    and tickets.kind = 'complaint'
                    and tickets.resolved_at::date > answers.answer_date
                    and tickets.opened_at::date <= answers.answer_date + case
                        when tickets.order_id = answers.order_id then settings.satisfaction_complaint_days
                        else 0
                    end
            )
    ),
    complaints as (
        select distinct
            customer_id
        from
            staging.stg_tickets
        where
            kind = 'complaint'
            and resolved_at is null
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
            complaints.customer_id is not null
            or standing.customer_id is not null as is_expected,
            listed.customer_id is not null as is_listed
        from
            watched
            left join standing on watched.customer_id = standing.customer_id
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
