-- One row per condition that a project's orders have to meet before anything of its customers is predicted.
-- Where one is not met, predictions are not made and pages show history alone, with the reason. Customers are those with
-- an order; history is the time from the first order to the as-of date; orders are recent if the last one is no longer
-- before the as-of date than the setting allows: older files would predict a time that is over.
-- key: gate
-- columns:
--   position  Place in the order they are shown in
--   gate      customers, repeat customers, history, calibration or recent orders
--   value     What the project has: customers with an order, customers who bought on another day again, days of history,
--             days of it before the held-out ones, days since the last order; of days NULL without an order
--   required  What it needs: at least so many customers and days of history, at most so many days since the last order
--   is_met    Whether it has that
--   reason    What is missing; NULL where nothing is
-- checks:
--   what is not met has a reason: is_met = (reason is null)
with
    customers as (
        select
            customer_id,
            min(order_date) as first_order_date,
            max(order_date) as last_order_date
        from
            marts.orders
        where
            order_count > 0
        group by
            customer_id
    ),
    figures as (
        select
            count(*) as customers,
            sum(
                case
                    when customers.last_order_date > customers.first_order_date then 1
                    else 0
                end
            ) as repeat_customers,
            max(settings.as_of_date) - min(customers.first_order_date) as history_days,
            max(settings.as_of_date) - max(customers.last_order_date) as quiet_days
        from
            customers
            cross join run.settings as settings
    ),
    gates as (
        select
            1 as position,
            'customers' as gate,
            figures.customers as value,
            settings.prediction_min_customers as required,
            figures.customers >= settings.prediction_min_customers as is_met
        from
            figures
            cross join run.settings as settings
        union all
        select
            2,
            'repeat customers',
            coalesce(figures.repeat_customers, 0),
            settings.prediction_min_repeat_customers,
            coalesce(figures.repeat_customers, 0) >= settings.prediction_min_repeat_customers
        from
            figures
            cross join run.settings as settings
        union all
        select
            3,
            'history',
            figures.history_days,
            settings.prediction_min_history_days,
            coalesce(figures.history_days >= settings.prediction_min_history_days, false)
        from
            figures
            cross join run.settings as settings
        union all
        select
            4,
            'calibration',
            case
                when figures.history_days is not null then greatest(figures.history_days - settings.prediction_holdout_days, 0)
            end,
            settings.prediction_min_calibration_days,
            coalesce(
                figures.history_days - settings.prediction_holdout_days >= settings.prediction_min_calibration_days,
                false
            )
        from
            figures
            cross join run.settings as settings
        union all
        select
            5,
            'recent orders',
            figures.quiet_days,
            settings.prediction_recent_order_days,
            coalesce(figures.quiet_days <= settings.prediction_recent_order_days, false)
        from
            figures
            cross join run.settings as settings
    )
select
    position::integer as position,
    gate,
    value::integer as value,
    required::integer as required,
    is_met,
    case
        when is_met then null
        when gate = 'customers' then 'Customers with an order: ' || value || ', fewer than ' || required
        when gate = 'repeat customers' then 'Customers who bought again: ' || value || ', fewer than ' || required
        when value is null then 'No order'
        when gate = 'history' then 'Days of history: ' || value || ', fewer than ' || required
        when gate = 'calibration' then 'Days of history before those held out: ' || value || ', fewer than ' || required
        else 'Days since the last order: ' || value || ', more than ' || required
    end as reason
from
    gates
