-- One row per customer with an order: how often and how lately it bought, up to the as-of date and up to the split date.
-- The split date lies prediction.holdout_days before the as-of date: what models say from the purchases up to it (the
-- calibration) is held against those after it (the hold-out). The first purchase is where a history begins, and no repeat
-- purchase. Before the orders on record there may have been others: such a history is shorter than it was.
-- What is spent is net of refunds; a return that names its order lowers it even if it came after the split date.
-- key: customer_id
-- columns:
--   customer_id              Customer
--   kind                     consumer, business or distributor
--   first_purchase_date      Day of the first purchase
--   last_purchase_date       Day of the last purchase
--   frequency                Purchases after the first [purchases]
--   recency_days             Time from the first purchase to the last [days]
--   age_days                 Time from the first purchase to the as-of date [days]
--   repeat_revenue           Revenue after the day of the first purchase, less all refunds; NULL without a repeat purchase [reporting currency]
--   calibration_frequency    Purchases after the first up to the split date; NULL where the first came later [purchases]
--   calibration_recency_days Time from the first purchase to the last up to the split date [days]
--   calibration_age_days     Time from the first purchase to the split date [days]
--   calibration_repeat_revenue  Revenue after the day of the first purchase up to the split date, less refunds up to it [reporting currency]
--   prior_purchases          Purchases of the prediction.holdout_days up to the split date, the first among them [purchases]
--   holdout_purchases        Purchases after the split date; NULL where the first is among them [purchases]
-- checks:
--   a history is no longer than its age: recency_days between 0 and age_days
--   one purchase takes no time: (frequency = 0) = (recency_days = 0)
--   purchases are before the split date or after it: calibration_frequency is null or frequency = calibration_frequency + holdout_purchases
with
    purchases as (
        select
            purchases.customer_id,
            purchases.purchase_date,
            purchases.purchase_number,
            purchases.revenue,
            settings.as_of_date - settings.prediction_holdout_days as split_date
        from
            marts.purchases as purchases
            cross join run.settings as settings
    ),
    refunds as (
        select
            orders.customer_id,
            sum(orders.revenue) as revenue,
            sum(
                case
                    when orders.order_date <= settings.as_of_date - settings.prediction_holdout_days then orders.revenue
                end
            ) as calibration_revenue
        from
            marts.orders as orders
            cross join run.settings as settings
        where
            orders.order_count = 0
        group by
            orders.customer_id
    ),
    histories as (
        select
            purchases.customer_id,
            min(purchases.purchase_date) as first_purchase_date,
            max(purchases.purchase_date) as last_purchase_date,
            count(*) - 1 as frequency,
            sum(
                case
                    when purchases.purchase_number > 1 then purchases.revenue
                end
            ) as repeat_revenue,
            max(
                case
                    when purchases.purchase_date <= purchases.split_date then purchases.purchase_date
                end
            ) as calibration_last_date,
            sum(
                case
                    when purchases.purchase_date <= purchases.split_date then 1
                    else 0
                end
            ) - 1 as calibration_frequency,
            sum(
                case
                    when purchases.purchase_number > 1
                    and purchases.purchase_date <= purchases.split_date then purchases.revenue
                end
            ) as calibration_repeat_revenue,
            sum(
                case
                    when purchases.purchase_date <= purchases.split_date
                    and purchases.purchase_date > purchases.split_date - settings.prediction_holdout_days then 1
                    else 0
                end
            ) as prior_purchases,
            max(purchases.split_date) as split_date
        from
            purchases
            cross join run.settings as settings
        group by
            purchases.customer_id
    )
select
    histories.customer_id,
    customers.kind,
    histories.first_purchase_date,
    histories.last_purchase_date,
    histories.frequency::integer as frequency,
    (histories.last_purchase_date - histories.first_purchase_date)::integer as recency_days,
    (settings.as_of_date - histories.first_purchase_date)::integer as age_days,
    (histories.repeat_revenue + coalesce(refunds.revenue, 0))::decimal(18, 4) as repeat_revenue,
    case
        when histories.calibration_last_date is not null then histories.calibration_frequency::integer
    end as calibration_frequency,
    (histories.calibration_last_date - histories.first_purchase_date)::integer as calibration_recency_days,
    case
        when histories.calibration_last_date is not null then (histories.split_date - histories.first_purchase_date)::integer
    end as calibration_age_days,
    (histories.calibration_repeat_revenue + coalesce(refunds.calibration_revenue, 0))::decimal(18, 4) as calibration_repeat_revenue,
    case
        when histories.calibration_last_date is not null then histories.prior_purchases::integer
    end as prior_purchases,
    case
        when histories.calibration_last_date is not null then (histories.frequency - histories.calibration_frequency)::integer
    end as holdout_purchases
from
    histories
    inner join marts.customers as customers on histories.customer_id = customers.customer_id
    cross join run.settings as settings
    left join refunds on histories.customer_id = refunds.customer_id
