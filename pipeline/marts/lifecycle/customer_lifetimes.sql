-- One row per customer that ordered: how long it stayed, as far as that is known.
-- A customer was lost if at any time it did not order for longer than the horizon of lost_after, and it stayed until the
-- last order before that silence, the first one if there were several: winning it back begins a new story. That is known of
-- an order only once the horizon has passed since, so that everybody is followed until the as-of date less the horizon, and
-- no further: nobody counts as kept for a time in which nobody could yet be seen to leave. Who was first seen after that day
-- is not followed yet. Time counts from the first deal. Customers that were so before orders are on record come under
-- observation with the record (left truncation), for those that had left by then are not in it; who was silent for longer
-- than the horizon from there on had left before, and is left out.
-- Of a customer whose first order lies within the horizon of the beginning of the record, and whose file names no earlier
-- deal, it is not known whether it is new. These take no part in the curves, unless
-- fewer than prediction.survival_min_customers others are there.
-- key: customer_id
-- columns:
--   customer_id       Customer
--   start_date        First deal
--   is_start_known    Whether it is known to be the first
--   cohort            Year of the first deal; before records for who was a customer before, start not known
--   kind              consumer, business or distributor
--   region            Sales region
--   first_channel     Channel of the first order on record
--   entry_days        Days from the first deal to where it comes under observation, 0 for most [days]
--   stayed_days       Days from the first deal to the last order before it was lost, or to where it is followed to [days]
--   is_lost           Whether it was lost then
--   is_back           Whether it ordered again after that; NULL where it was not lost
--   is_compared       Whether it takes part in the curves
-- checks:
--   who is followed is followed from entry on: stayed_days >= entry_days and entry_days >= 0
with
    bounds as (
        select
            min(purchases.purchase_date) as record_date,
            max(settings.as_of_date) - max(horizons.days) as until_date,
            max(horizons.days) as horizon_days
        from
            marts.purchases as purchases
            cross join marts.lost_after as horizons
            cross join run.settings as settings
    ),
    steps as (
        select
            customer_id,
            purchase_date,
            lead (purchase_date) over (
                partition by
                    customer_id
                order by
                    purchase_date
            ) as next_date
        from
            marts.purchases
    ),
    ends as (
        select
            steps.customer_id,
            min(steps.purchase_date) as first_order_date,
            max(steps.purchase_date) as last_order_date,
            min(
                case
                    when steps.purchase_date < bounds.until_date
                    and (
                        steps.next_date is null
                        or steps.next_date - steps.purchase_date > bounds.horizon_days
                    ) then steps.purchase_date
                end
            ) as lost_date
        from
            steps
            cross join bounds
        group by
            steps.customer_id
    ),
    first_orders as (
        select
            customer_id,
            channel,
            row_number() over (
                partition by
                    customer_id
                order by
                    order_date,
                    order_id
            ) as place
        from
            marts.orders
        where
            order_count > 0
    ),
    starts as (
        select
            ends.customer_id,
            ends.first_order_date,
            ends.lost_date,
            ends.last_order_date,
            customers.kind,
            customers.region,
            customers.first_deal_date as start_date,
            greatest(customers.first_deal_date, bounds.record_date) as entry_date,
            customers.first_deal_date < bounds.record_date as is_earlier,
            customers.first_deal_date < ends.first_order_date
            or ends.first_order_date > bounds.record_date + bounds.horizon_days as is_start_known,
            bounds.until_date,
            bounds.horizon_days
        from
            ends
            inner join marts.customers as customers on ends.customer_id = customers.customer_id
            cross join bounds
    ),
    followed as (
        select
            starts.*,
            -- Who was lost later than anybody is followed is followed to there.
            coalesce(lost_date, until_date) as end_date,
            lost_date is not null as is_lost
        from
            starts
        where
            entry_date <= until_date
            and (
                not is_earlier
                or first_order_date - entry_date <= horizon_days
            )
    ),
    known as (
        select
            count(*) as customers
        from
            followed
        where
            is_start_known
    )
select
    followed.customer_id,
    followed.start_date,
    followed.is_start_known,
    case
        when not followed.is_start_known then 'start not known'
        when followed.is_earlier then 'before records'
        else year(followed.start_date)::varchar
    end as cohort,
    followed.kind,
    followed.region,
    first_orders.channel as first_channel,
    (followed.entry_date - followed.start_date)::integer as entry_days,
    (followed.end_date - followed.start_date)::integer as stayed_days,
    followed.is_lost,
    case
        when followed.is_lost then followed.last_order_date > followed.lost_date
    end as is_back,
    followed.is_start_known
    or known.customers < settings.prediction_survival_min_customers as is_compared
from
    followed
    cross join known
    cross join run.settings as settings
    left join first_orders on followed.customer_id = first_orders.customer_id
    and first_orders.place = 1
