-- Bad rows: ways to group the customer files in which the points lost are not those missing from the score, or bands of
-- age that do not hold every file once
-- severity: error
-- fix: compare the points of marts.quality_scores with its scores, and marts.customer_files_by_age with marts.customer_quality
with
    totals as (
        select
            score,
            coalesce(stale_points, 0) as stale_points
        from
            marts.quality_scores
        where
            dimension = 'all'
    ),
    by_dimension as (
        select
            dimension,
            -- A field has no freshness.
            sum(coalesce(lost_points, 0)::decimal(18, 6)) + max(
                case
                    when dimension = 'field' then totals.stale_points
                    else 0
                end
            ) as lost_points,
            100 - max(totals.score) as points
        from
            marts.quality_scores
            cross join totals
        group by
            dimension
    )
select
    dimension,
    lost_points,
    points
from
    by_dimension
    -- Each is rounded to six decimals.
where
    (abs(lost_points - points) < 0.001) is not true
union all
select
    'age',
    sum(customers),
    (
        select
            count(*)
        from
            marts.customer_quality
    )
from
    marts.customer_files_by_age
having
    coalesce(sum(customers), 0) <> (
        select
            count(*)
        from
            marts.customer_quality
    )
