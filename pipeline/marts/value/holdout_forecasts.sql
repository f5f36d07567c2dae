-- One row per forecast of the hold-out: how near it came, in total and customer by customer.
-- key: forecast
-- columns:
--   forecast             model, the chosen model of repeat buying; own rate or same again, see holdout_customers
--   position             Order of the forecasts
--   customers            Customers of the calibration [customers]
--   purchases            What they bought in the hold-out [purchases]
--   expected_purchases   What the forecast expected [purchases]
--   deviation_rate       Expected less actual purchases, by the actual ones; NULL where nothing was bought
--   mean_absolute_error  Mean absolute error of a customer [purchases]
--   root_mean_square     Root of the mean squared error of a customer [purchases]
with
    forecasts as (
        select
            'model' as forecast,
            1 as position,
            purchases,
            expected_purchases as expected
        from
            marts.holdout_customers
        union all
        select
            'own rate',
            2,
            purchases,
            own_rate_purchases
        from
            marts.holdout_customers
        union all
        select
            'same again',
            3,
            purchases,
            same_again_purchases
        from
            marts.holdout_customers
    ),
    -- Sums of decimals are the same in whatever order.
    sums as (
        select
            forecast,
            position,
            count(*) as customers,
            sum(purchases) as purchases,
            sum(expected::decimal(28, 9)) as expected_purchases,
            sum(abs(purchases - expected)::decimal(28, 9)) as absolute_error,
            sum(((purchases - expected) * (purchases - expected))::decimal(28, 9)) as squared_error
        from
            forecasts
        group by
            forecast,
            position
    )
select
    forecast,
    position::integer as position,
    customers::integer as customers,
    purchases::integer as purchases,
    expected_purchases::double as expected_purchases,
    safe_div(expected_purchases - purchases, purchases) as deviation_rate,
    safe_div(absolute_error, customers) as mean_absolute_error,
    sqrt(safe_div(squared_error, customers)) as root_mean_square
from
    sums
