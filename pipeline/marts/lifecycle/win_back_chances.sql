-- One row per group of lost customers by orders and length of their silence: how many of those lost at a month end in the past came back.
-- The month end is the last one at which prediction.holdout_days were still to come. Back is who ordered within those days; whether
-- anybody called them is not known, so it is the chance of those treated as they were. A group with fewer than states.win_back_least
-- customers has the rate of all of its silence, and where these are fewer too that of all; fewer than that in all, and there is none.
-- key: orders_group, silence
-- columns:
--   orders_group     once, more than once, or often: states.loyal_orders or more
--   silence          short: silent for up to states.win_back_silence times the days after which a customer is lost; long: for more
--   snapshot_date    Day at which they were lost; NULL where the record is too short
--   until_date       Last day of the days that were still to come
--   customers        Customers of the group lost that day [customers]
--   back             Those that ordered by until_date [customers]
--   back_rate        Their share; NULL where the group is empty [0 to 1]
--   back_rate_low    Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   back_rate_high   Upper end [0 to 1]
--   basis            What the chance rests on: group, silence, all; NULL where there is none
--   chance           Chance of such a customer to order within prediction.holdout_days [0 to 1]
-- checks:
--   who came back was lost: back <= customers
--   a chance has a basis: (chance is null) = (basis is null)
with
    groups as (
        select
            orders_groups.orders_group,
            silences.silence
        from
            (
                select
                    'once' as orders_group
                union all
                select
                    'more than once'
                union all
                select
                    'often'
            ) as orders_groups
            cross join (
                select
                    'short' as silence
                union all
                select
                    'long'
            ) as silences
    ),
    snapshots as (
        select
            max(months.month_end) as snapshot_date
        from
            marts.month_ends as months
            cross join run.settings as settings
        where
            months.month_end + settings.prediction_holdout_days <= settings.as_of_date
    ),
    lost as (
        select
            states.customer_id,
            snapshots.snapshot_date,
            case
                when states.orders >= settings.states_loyal_orders then 'often'
                when states.orders > 1 then 'more than once'
                else 'once'
            end as orders_group,
            case
                when states.month_end - states.last_order_date > settings.states_win_back_silence * horizons.days then 'long'
                else 'short'
            end as silence
        from
            snapshots
            cross join run.settings as settings
            inner join marts.customer_states as states on snapshots.snapshot_date = states.month_end
            and states.state = 'lost'
            inner join marts.lost_after_by_month as horizons on states.month_end = horizons.month_end
    ),
    returns as (
        select distinct
            lost.customer_id
        from
            lost
            cross join run.settings as settings
            inner join marts.purchases as purchases on lost.customer_id = purchases.customer_id
            and purchases.purchase_date > lost.snapshot_date
            and purchases.purchase_date <= lost.snapshot_date + settings.prediction_holdout_days
    ),
    counted as (
        select
            groups.orders_group,
            groups.silence,
            count(lost.customer_id) as customers,
            count(returns.customer_id) as back
        from
            groups
            left join lost on groups.orders_group = lost.orders_group
            and groups.silence = lost.silence
            left join returns on lost.customer_id = returns.customer_id
        group by
            groups.orders_group,
            groups.silence
    ),
    widened as (
        select
            counted.*,
            sum(customers) over (
                partition by
                    silence
            ) as silence_customers,
            sum(back) over (
                partition by
                    silence
            ) as silence_back,
            sum(customers) over () as all_customers,
            sum(back) over () as all_back
        from
            counted
    ),
    based as (
        select
            widened.*,
            case
                when customers >= settings.states_win_back_least then 'group'
                when silence_customers >= settings.states_win_back_least then 'silence'
                when all_customers >= settings.states_win_back_least then 'all'
            end as basis
        from
            widened
            cross join run.settings as settings
    )
select
    based.orders_group,
    based.silence,
    snapshots.snapshot_date,
    snapshots.snapshot_date + settings.prediction_holdout_days as until_date,
    based.customers::integer as customers,
    based.back::integer as back,
    safe_div(based.back, based.customers) as back_rate,
    wilson_low (based.back, based.customers, quantiles.normal_quantile) as back_rate_low,
    wilson_high (based.back, based.customers, quantiles.normal_quantile) as back_rate_high,
    based.basis,
    case based.basis
        when 'group' then safe_div(based.back, based.customers)
        when 'silence' then safe_div(based.silence_back, based.silence_customers)
        when 'all' then safe_div(based.all_back, based.all_customers)
    end as chance
from
    based
    cross join snapshots
    cross join run.settings as settings
    cross join marts.interval_quantile as quantiles
