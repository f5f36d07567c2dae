-- Bad rows: triples of scores, of all 125, that no segment of a scheme covers
-- severity: error
-- fix: add a last segment for them to the scheme in rfm.segments of project.yaml
with
    schemes as (
        select distinct
            scheme
        from
            run.rfm_segments
    )
select
    schemes.scheme,
    recency_scores.score as recency_score,
    frequency_scores.score as frequency_score,
    monetary_scores.score as monetary_score
from
    schemes
    cross join range(1, 6) as recency_scores (score)
    cross join range(1, 6) as frequency_scores (score)
    cross join range(1, 6) as monetary_scores (score)
    left join run.rfm_segments as segments on schemes.scheme = segments.scheme
    and recency_scores.score between segments.recency_from and segments.recency_to
    and frequency_scores.score between segments.frequency_from and segments.frequency_to
    and monetary_scores.score between segments.monetary_from and segments.monetary_to
where
    segments.position is null
