-- Bad rows: totals of buying histories that are not those of customers and purchases
-- severity: error
-- fix: compare marts.distinct_histories and marts.buying_histories with marts.customers and marts.purchases
with
    samples as (
        select
            coalesce(
                sum(
                    case
                        when sample = 'all' then customers
                    end
                ),
                0
            ) as customers,
            coalesce(
                sum(
                    case
                        when sample = 'all' then customers * frequency
                    end
                ),
                0
            ) as repeat_purchases,
            coalesce(
                sum(
                    case
                        when sample = 'calibration' then customers
                    end
                ),
                0
            ) as calibration_customers,
            coalesce(
                sum(
                    case
                        when sample = 'calibration' then - customers * frequency
                        when sample = 'holdout' then customers * frequency
                    end
                ),
                0
            ) as holdout_purchases
        from
            marts.distinct_histories
    ),
    buyers as (
        select
            count(*) as customers
        from
            marts.customers
        where
            orders > 0
    ),
    purchases as (
        select
            coalesce(
                sum(
                    case
                        when purchases.purchase_number > 1 then 1
                    end
                ),
                0
            ) as repeat_purchases,
            coalesce(
                sum(
                    case
                        when purchases.purchase_number = 1
                        and purchases.purchase_date <= settings.as_of_date - settings.prediction_holdout_days then 1
                    end
                ),
                0
            ) as calibration_customers,
            coalesce(
                sum(
                    case
                        when purchases.purchase_date > settings.as_of_date - settings.prediction_holdout_days
                        and firsts.purchase_date <= settings.as_of_date - settings.prediction_holdout_days then 1
                    end
                ),
                0
            ) as holdout_purchases
        from
            marts.purchases as purchases
            inner join marts.purchases as firsts on purchases.customer_id = firsts.customer_id
            and firsts.purchase_number = 1
            cross join run.settings as settings
    ),
    histories as (
        select
            coalesce(sum(holdout_purchases), 0) as holdout_purchases
        from
            marts.buying_histories
    ),
    compared as (
        select
            'customers with an order' as total,
            samples.customers as actual,
            buyers.customers as expected
        from
            samples
            cross join buyers
        union all
        select
            'repeat purchases',
            samples.repeat_purchases,
            purchases.repeat_purchases
        from
            samples
            cross join purchases
        union all
        select
            'customers of the calibration',
            samples.calibration_customers,
            purchases.calibration_customers
        from
            samples
            cross join purchases
        union all
        select
            'purchases of the hold-out, of distinct histories',
            samples.holdout_purchases,
            purchases.holdout_purchases
        from
            samples
            cross join purchases
        union all
        select
            'purchases of the hold-out, of buying histories',
            histories.holdout_purchases,
            purchases.holdout_purchases
        from
            histories
            cross join purchases
    )
select
    total,
    actual,
    expected
from
    compared
where
    (actual = expected) is not true
