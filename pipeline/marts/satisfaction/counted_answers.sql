-- One row per period, question and answer that counts in it: the last that a customer gave to the question in the period, so
-- that who answers often counts once; of two on one day that with the greater number of the form. Anonymous answers count each, for
-- nobody knows whose they are. Answers without any date are in no period.
-- key: span, period, question, survey_id
-- columns:
--   span          window, or trend, see survey_periods
--   period        The period
--   question      recommend, satisfaction, expected, gap (satisfaction less what was expected), product_value to psychic_cost, or
--                 delivered_value
--   survey_id     Survey form
--   customer_id   Customer; NULL for an anonymous answer
--   score         The answer, on the scale of its question, see survey_forms
--   given         Answers that the customer gave to the question in the period, this one too [answers]
-- checks:
--   who counts has answered: given >= 1
with
    scores as (
        select
            forms.survey_id,
            forms.customer_id,
            forms.answer_date,
            questions.question,
            case questions.question
                when 'recommend' then forms.recommend_score
                when 'satisfaction' then forms.satisfaction_score
                when 'expected' then case
                    when forms.satisfaction_gap is not null then forms.expected_score
                end
                when 'gap' then forms.satisfaction_gap
                when 'product_value' then forms.product_value
                when 'service_value' then forms.service_value
                when 'people_value' then forms.people_value
                when 'image_value' then forms.image_value
                when 'money_cost' then forms.money_cost
                when 'time_cost' then forms.time_cost
                when 'energy_cost' then forms.energy_cost
                when 'psychic_cost' then forms.psychic_cost
                else forms.delivered_value
            end as score
        from
            marts.survey_forms as forms
            cross join (
                values
                    ('recommend'),
                    ('satisfaction'),
                    ('expected'),
                    ('gap'),
                    ('product_value'),
                    ('service_value'),
                    ('people_value'),
                    ('image_value'),
                    ('money_cost'),
                    ('time_cost'),
                    ('energy_cost'),
                    ('psychic_cost'),
                    ('delivered_value')
            ) as questions (question)
        where
            forms.answer_date is not null
    ),
    placed as (
        select
            periods.span,
            periods.period,
            scores.question,
            scores.survey_id,
            scores.customer_id,
            scores.score,
            row_number() over (
                partition by
                    periods.span,
                    periods.period,
                    scores.question,
                    scores.customer_id,
                    case
                        when scores.customer_id is null then scores.survey_id
                    end
                order by
                    scores.answer_date desc,
                    scores.survey_id desc
            ) as place,
            count(*) over (
                partition by
                    periods.span,
                    periods.period,
                    scores.question,
                    scores.customer_id,
                    case
                        when scores.customer_id is null then scores.survey_id
                    end
            ) as given
        from
            scores
            inner join marts.survey_periods as periods on scores.answer_date between periods.start_date and periods.end_date
        where
            scores.score is not null
    )
select
    span,
    period,
    question,
    survey_id,
    customer_id,
    score,
    given::integer as given
from
    placed
where
    place = 1
