-- One row per scheme of named segments and triple of scores, all 125 of them: the segment that it belongs to.
-- It is the first of the scheme's list that covers the three scores.
-- key: scheme, recency_score, frequency_score, monetary_score
-- columns:
--   scheme           Scheme of named segments
--   recency_score    Score for recency [1 to 5]
--   frequency_score  Score for frequency [1 to 5]
--   monetary_score   Score for amount [1 to 5]
--   segment          Named segment
--   action           What to do for its customers
select
    segments.scheme,
    recency_scores.score::integer as recency_score,
    frequency_scores.score::integer as frequency_score,
    monetary_scores.score::integer as monetary_score,
    segments.segment,
    segments.action
from
    range(1, 6) as recency_scores (score)
    cross join range(1, 6) as frequency_scores (score)
    cross join range(1, 6) as monetary_scores (score)
    inner join run.rfm_segments as segments on recency_scores.score between segments.recency_from and segments.recency_to
    and frequency_scores.score between segments.frequency_from and segments.frequency_to
    and monetary_scores.score between segments.monetary_from and segments.monetary_to
qualify
    row_number() over (
        partition by
            segments.scheme,
            recency_scores.score,
            frequency_scores.score,
            monetary_scores.score
        order by
            segments.position
    ) = 1
