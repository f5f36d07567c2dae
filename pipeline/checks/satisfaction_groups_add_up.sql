-- Bad rows: questions and periods whose answers in the groups of a dimension are not those of all, and forms likewise
-- severity: error
-- fix: compare marts.survey_groups with marts.survey_forms; each form is in one group of each dimension
with
    answers as (
        select
            span,
            period,
            question as what,
            dimension,
            sum(answers) as counted,
            sum(score * answers) as total
        from
            marts.score_counts
        group by
            span,
            period,
            question,
            dimension
        union all
        select
            span,
            period,
            'forms',
            dimension,
            sum(asked),
            sum(answered)
        from
            marts.response_rates
        group by
            span,
            period,
            dimension
    )
select
    groups.span,
    groups.period,
    groups.what,
    groups.dimension,
    groups.counted,
    wholes.counted as all_counted
from
    answers as groups
    left join answers as wholes on groups.span = wholes.span
    and groups.period = wholes.period
    and groups.what = wholes.what
    and wholes.dimension = 'all'
where
    (
        groups.counted = wholes.counted
        and groups.total = wholes.total
    ) is not true
