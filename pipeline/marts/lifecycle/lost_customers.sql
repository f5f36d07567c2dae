-- One row per customer lost on the as-of date: since when, what went with it, why as far as that is known, and whether to win it back.
-- What was lost is the revenue of the analysis.window_days up to its last order, less what has come back since: a year of buying, as
-- it last was. The reason is what the sales force noted in the file. A sign is what is on record from states.sign_days before the last
-- order on; it is no proof of the reason, and the first that holds counts: a complaint that is not resolved, one that is, a poor
-- last answer (recommend score of 6 or less, satisfaction of 2 or less).
-- The chance to come back is that of win_back_chances. What winning back is worth is the chance x what was lost, where that is
-- positive. No attempt is made with who is not to be contacted, is gone for good (states.final_reasons) or would get
-- no credit; all others are ranked, the most worth first.
-- key: customer_id
-- columns:
--   customer_id     Customer
--   lost_date       First day on which it counted as lost, by what is known today
--   silent_days     Days since the last order [days]
--   orders          Orders to date [orders]
--   value_lost      Revenue of the window up to its last order [reporting currency]
--   margin_lost     Margin of it; NULL where the cost of any of these orders is not known [reporting currency]
--   reason          Why it no longer buys, as noted; NULL where nothing is
--   sign            open complaint, complaint, poor score, or NULL where nothing is on record
--   orders_group    Group of win_back_chances by orders
--   silence         Group of win_back_chances by silence
--   chance          Chance to order within prediction.holdout_days; NULL where too few lost customers are on record [0 to 1]
--   hindrance       Why no attempt is made: do not contact, hostile, irrelevant, gone for good or no credit; NULL where
--                   nothing is in the way
--   win_back_value  chance x value_lost; NULL without a chance [reporting currency]
--   place           Place among those to win back, from 1; NULL with a hindrance or without a chance
-- checks:
--   who is lost has been silent: silent_days > 0 and orders > 0
--   only whom nothing hinders has a place: place is null or (hindrance is null and chance is not null)
with
    lost as (
        select
            states.customer_id,
            states.orders,
            states.last_order_date,
            settings.as_of_date - states.last_order_date as silent_days,
            states.last_order_date + horizons.days + 1 as lost_date,
            states.open_complaints,
            case
                when states.orders >= settings.states_loyal_orders then 'often'
                when states.orders > 1 then 'more than once'
                else 'once'
            end as orders_group,
            case
                when settings.as_of_date - states.last_order_date > settings.states_win_back_silence * horizons.days then 'long'
                else 'short'
            end as silence
        from
            marts.customer_states as states
            inner join run.settings as settings on states.month_end = settings.as_of_date
            cross join marts.lost_after as horizons
        where
            states.state = 'lost'
    ),
    amounts as (
        select
            lost.customer_id,
            sum(orders.revenue) as value_lost,
            case
                when count(orders.margin) = count(*) then sum(orders.margin)
            end as margin_lost
        from
            lost
            cross join run.settings as settings
            inner join marts.orders as orders on lost.customer_id = orders.customer_id
            and orders.order_date > lost.last_order_date - settings.analysis_window_days
        group by
            lost.customer_id
    ),
    complaints as (
        select
            lost.customer_id,
            count(*) as complaints
        from
            lost
            cross join run.settings as settings
            inner join staging.stg_tickets as tickets on lost.customer_id = tickets.customer_id
            and tickets.opened_at::date >= lost.last_order_date - settings.states_sign_days
        where
            tickets.kind = 'complaint'
        group by
            lost.customer_id
    ),
    answers as (
        select
            lost.customer_id,
            surveys.recommend_score,
            surveys.satisfaction_score,
            row_number() over (
                partition by
                    lost.customer_id
                order by
                    surveys.answered_date desc,
                    surveys.survey_id desc
            ) as number
        from
            lost
            cross join run.settings as settings
            inner join staging.stg_surveys as surveys on lost.customer_id = surveys.customer_id
            and surveys.answered_date >= lost.last_order_date - settings.states_sign_days
    ),
    told as (
        select
            lost.customer_id,
            lost.lost_date,
            lost.silent_days,
            lost.orders,
            amounts.value_lost,
            amounts.margin_lost,
            files.lost_reason as reason,
            case
                when lost.open_complaints > 0 then 'open complaint'
                when complaints.complaints > 0 then 'complaint'
                when answers.recommend_score <= 6
                or answers.satisfaction_score <= 2 then 'poor score'
            end as sign,
            lost.orders_group,
            lost.silence,
            chances.chance,
            case
                when files.marking = 'do_not_contact' then 'do not contact'
                when files.marking in ('hostile', 'irrelevant') then files.marking
                when finals.reason is not null then 'gone for good'
                when clients.credit_stop is not null
                or files.credit_status = 'hold' then 'no credit'
            end as hindrance,
            chances.chance * greatest(amounts.value_lost, 0)::double as win_back_value
        from
            lost
            inner join amounts on lost.customer_id = amounts.customer_id
            inner join marts.win_back_chances as chances on lost.orders_group = chances.orders_group
            and lost.silence = chances.silence
            inner join staging.stg_customers as files on lost.customer_id = files.customer_id
            left join marts.client_solvency as clients on lost.customer_id = clients.customer_id
            left join run.states_final_reasons as finals on files.lost_reason = finals.reason
            left join complaints on lost.customer_id = complaints.customer_id
            left join answers on lost.customer_id = answers.customer_id
            and answers.number = 1
    )
select
    told.customer_id,
    told.lost_date,
    told.silent_days::integer as silent_days,
    told.orders,
    told.value_lost::decimal(18, 4) as value_lost,
    told.margin_lost::decimal(18, 4) as margin_lost,
    told.reason,
    told.sign,
    told.orders_group,
    told.silence,
    told.chance,
    told.hindrance,
    told.win_back_value,
    case
        when told.hindrance is null
        and told.chance is not null then row_number() over (
            partition by
                told.hindrance is null
                and told.chance is not null
            order by
                told.win_back_value desc,
                told.value_lost desc,
                told.customer_id
        )
    end::integer as place
from
    told
