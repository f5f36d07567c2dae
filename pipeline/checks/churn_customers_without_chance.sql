-- Bad rows: customers of a snapshot that have no chance to leave by some model, more than one, or one without being in it
-- severity: error
-- fix: compare marts.churn_predictions with marts.churn_features; each model says a chance of every customer of a snapshot
with
    models as (
        select
            snapshot,
            model
        from
            marts.churn_predictions
        union
        select
            case
                when fits.fit = 'trial' then 'second'
                else 'today'
            end,
            learning.model
        from
            marts.churn_fits as fits
            cross join (
                values
                    ('logistic'),
                    ('recency alone'),
                    ('base rate')
            ) as learning (model)
        where
            fits.is_possible
    ),
    expected as (
        select
            features.snapshot,
            features.customer_id,
            models.model
        from
            marts.churn_features as features
            inner join models on features.snapshot = models.snapshot
    )
select
    coalesce(expected.snapshot, predictions.snapshot) as snapshot,
    coalesce(expected.customer_id, predictions.customer_id) as customer_id,
    coalesce(expected.model, predictions.model) as model,
    expected.customer_id is not null as is_expected,
    predictions.probability
from
    expected
    full outer join marts.churn_predictions as predictions on expected.snapshot = predictions.snapshot
    and expected.customer_id = predictions.customer_id
    and expected.model = predictions.model
where
    expected.customer_id is null
    or predictions.probability is null
