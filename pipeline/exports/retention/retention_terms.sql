-- One row per term of the model that today's chances come from, where it is one of terms; of the final fit.
-- columns:
--   spread_ratio  What a standard deviation of the term multiplies the odds to leave by
select
    coefficients.position,
    coefficients.term,
    coefficients.odds_ratio,
    coefficients.odds_ratio_low,
    coefficients.odds_ratio_high,
    exp(coefficients.coefficient * coefficients.deviation) as spread_ratio,
    coefficients.p_value,
    coefficients.is_converged,
    coefficients.iterations,
    coefficients.gradient
from
    marts.churn_coefficients as coefficients
    inner join marts.churn_validation as used on coefficients.model = used.model
where
    coefficients.fit = 'final'
    and used.is_used
    and coefficients.term <> 'intercept'
order by
    coefficients.position
