-- Bad rows: questions of a window whose answers that count, with those that do not for the customer answered again, are not those given in it
-- severity: error
-- fix: compare marts.counted_answers with marts.survey_forms; of each customer the last answer counts
with
    given as (
        select
            periods.period,
            count(forms.recommend_score) as recommend,
            count(forms.satisfaction_score) as satisfaction,
            count(forms.delivered_value) as delivered_value
        from
            marts.survey_forms as forms
            inner join marts.survey_periods as periods on forms.answer_date between periods.start_date and periods.end_date
        where
            periods.span = 'window'
        group by
            periods.period
    ),
    asked as (
        select
            period,
            'recommend' as question,
            recommend as answers
        from
            given
        union all
        select
            period,
            'satisfaction',
            satisfaction
        from
            given
        union all
        select
            period,
            'delivered_value',
            delivered_value
        from
            given
    ),
    counted as (
        select
            period,
            question,
            sum(given) as answers
        from
            marts.counted_answers
        where
            span = 'window'
            and question in ('recommend', 'satisfaction', 'delivered_value')
        group by
            period,
            question
    )
select
    coalesce(asked.period, counted.period) as period,
    coalesce(asked.question, counted.question) as question,
    asked.answers,
    counted.answers as counted_answers
from
    asked
    full outer join counted on asked.period = counted.period
    and asked.question = counted.question
where
    coalesce(asked.answers, 0) <> coalesce(counted.answers, 0)
