-- Bad rows: goals of a metric that no figure is computed for, with the nearest names of those that are
-- severity: warning
-- fix: mend the line of the list of goals; show target_metrics lists the metrics; goals of other figures are shown without an actual
with
    unknown as (
        select
            targets.*
        from
            staging.stg_targets as targets
            left join marts.target_metrics as metrics on targets.metric = metrics.metric
        where
            metrics.metric is null
    ),
    -- A metric may be written as what it is called, too.
    near as (
        select
            unknown.goal,
            unknown.period_start,
            metrics.metric,
            row_number() over (
                partition by
                    unknown.goal,
                    unknown.period_start
                order by
                    greatest(
                        jaro_winkler_similarity(unknown.metric, metrics.metric),
                        jaro_winkler_similarity(replace(unknown.metric, '_', ' '), lower(metrics.name))
                    ) desc,
                    metrics.position
            ) as place
        from
            unknown
            cross join marts.target_metrics as metrics
    ),
    suggested as (
        select
            goal,
            period_start,
            string_agg(
                metric,
                ', '
                order by
                    place
            ) as metrics
        from
            near
        where
            place <= 3
        group by
            goal,
            period_start
    )
select
    unknown.metric || ' is no metric that is computed: the nearest are ' || suggested.metrics as problem,
    unknown.goal,
    unknown.place
from
    unknown
    inner join suggested on unknown.goal = suggested.goal
    and unknown.period_start = suggested.period_start
