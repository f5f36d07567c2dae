-- One row per snapshot, customer and model: the chance that the customer does not order in the prediction.holdout_days after.
-- Every model is here, so that all are tried on the same customers: see churn_scores for those that learn from who left, and
-- history_predictions for repeat buying, the model that knows purchases alone: of the second snapshot as it was fitted on the
-- calibration, which ends that day, of today as it was fitted on all. It learns nothing from who left, so that it is also
-- here where too few did for the others.
-- key: snapshot, customer_id, model
-- columns:
--   snapshot     second, on which models are tried, or today
--   customer_id  Customer
--   model        logistic, recency alone, base rate or repeat buying
--   probability  Chance to leave [0 to 1]
-- checks:
--   a chance lies between 0 and 1: probability between 0 and 1
select
    snapshot,
    customer_id,
    'logistic' as model,
    logistic as probability
from
    marts.churn_scores
union all
select
    snapshot,
    customer_id,
    'recency alone',
    recency_alone
from
    marts.churn_scores
union all
select
    snapshot,
    customer_id,
    'base rate',
    base_rate
from
    marts.churn_scores
union all
select
    features.snapshot,
    features.customer_id,
    'repeat buying',
    predictions.no_purchase_probability
from
    marts.churn_features as features
    inner join marts.buying_histories as histories on features.customer_id = histories.customer_id
    inner join marts.history_predictions as predictions on predictions.sample = case
        when features.snapshot = 'second' then 'calibration'
        else 'all'
    end
    and predictions.frequency = case
        when features.snapshot = 'second' then histories.calibration_frequency
        else histories.frequency
    end
    and predictions.recency_days = case
        when features.snapshot = 'second' then histories.calibration_recency_days
        else histories.recency_days
    end
    and predictions.age_days = case
        when features.snapshot = 'second' then histories.calibration_age_days
        else histories.age_days
    end
where
    features.snapshot in ('second', 'today')
