-- Bad rows: judgements that cannot be used for weights: wrong, given twice or missing, or contradicting each other too much
-- severity: error
-- fix: mend the judgements, or take them out of project.yaml: then the weights of the settings hold
with
    pairs as (
        select
            unnest(['recency', 'recency', 'frequency']) as first_measure,
            unnest(['frequency', 'monetary', 'monetary']) as second_measure
    ),
    experts as (
        select
            expert,
            min(source_file) as source_file
        from
            marts.rfm_judgements
        group by
            expert
    ),
    missing as (
        select
            experts.source_file,
            experts.expert,
            pairs.first_measure,
            pairs.second_measure
        from
            experts
            cross join pairs
            left join marts.rfm_judgements as judgements on experts.expert = judgements.expert
            and pairs.first_measure = judgements.first_measure
            and pairs.second_measure = judgements.second_measure
        where
            judgements.place is null
    )
select
    problem as problem,
    place
from
    marts.rfm_judgements
where
    problem is not null
union all
select
    expert || ' does not judge ' || first_measure || ' against ' || second_measure,
    source_file
from
    missing
union all
select
    'the judgements contradict each other: CR ' || format('{:.3f}', consistency_ratio) || ', and ' || settings.rfm_consistency_limit || ' is too much already; most of all that of ' || judged_by || ', ' || first_measure || ' against ' || second_measure || ': it says ' || format('{:.3g}', judgement) || ', the others imply ' || format('{:.3g}', implied) || '; with ' || case
        when mended < 1 then '1/' || round(1 / mended)::integer
        else mended::integer::varchar
    end || ' CR would be ' || format('{:.3f}', mended_ratio),
    place
from
    marts.rfm_consistency
    cross join run.settings as settings
where
    is_combined
    and not is_consistent
