-- Bad rows: evidence of a prediction whose customers or purchases are not those of the hold-out
-- severity: error
-- fix: compare the mart with marts.holdout_customers and marts.buying_histories; where a model was chosen all of the calibration is in each
with
    calibration as (
        select
            count(*) as customers,
            coalesce(sum(holdout_purchases), 0) as purchases
        from
            marts.buying_histories
        where
            calibration_frequency is not null
            and exists (
                select
                    1
                from
                    marts.repeat_buying_choice
                where
                    is_chosen
            )
    ),
    evidence as (
        select
            'holdout_customers' as mart,
            count(*) as customers,
            coalesce(sum(purchases), 0) as purchases
        from
            marts.holdout_customers
        union all
        select
            'holdout_forecasts, ' || forecasts.forecast,
            coalesce(sum(made.customers), 0),
            coalesce(sum(made.purchases), 0)
        from
            (
                values
                    ('model'),
                    ('own rate'),
                    ('same again')
            ) as forecasts (forecast)
            left join marts.holdout_forecasts as made on forecasts.forecast = made.forecast
        group by
            forecasts.forecast
        union all
        select
            'holdout_by_frequency',
            coalesce(sum(customers), 0),
            round(coalesce(sum((mean_purchases * customers)::decimal(28, 6)), 0))
        from
            marts.holdout_by_frequency
        union all
        select
            'holdout_by_alive_tenth',
            coalesce(sum(customers), 0),
            null
        from
            marts.holdout_by_alive_tenth
        union all
        select
            'purchase_counts',
            coalesce(sum(customers), 0),
            null
        from
            marts.purchase_counts
    )
select
    evidence.mart,
    evidence.customers,
    calibration.customers as calibration_customers,
    evidence.purchases,
    calibration.purchases as holdout_purchases
from
    evidence
    cross join calibration
where
    (
        evidence.customers = calibration.customers
        and coalesce(
            evidence.purchases = calibration.purchases,
            evidence.mart in ('holdout_by_alive_tenth', 'purchase_counts')
        )
    ) is not true
