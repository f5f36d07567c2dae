-- One row per order or refund of the current window that a sales person is known of: the commission on it.
-- It is the sales person's of the order, or the account manager's of its customer where the order names none. Of the rates that
-- hold on the day of the order and for its person, team and channel, the one that names most closely whom it is for counts: one that
-- names the person before all others, then one that names the team, then one that names the channel; of equally close ones the latest. A
-- refund takes back what was paid on as much. Where the rate is of the margin and that is not known, neither is the commission.
-- key: order_id
-- columns:
--   order_id           Order
--   owner              Sales person
--   channel            Channel of the order
--   rate_place         File and line of the rate that holds; NULL where none does
--   rate               Rate that holds; NULL where none does [0 to 1]
--   base               revenue or margin; NULL likewise
--   base_amount        Revenue or margin of the order; NULL where it is not known [reporting currency]
--   commission         Rate by that [reporting currency]
--   commission_reason  Why there is none: no rate holds, margin not known
-- checks:
--   an order has a commission or a reason: (commission is null) = (commission_reason is not null)
with
    sold as (
        select
            orders.order_id,
            orders.order_date,
            orders.owner,
            managers.team,
            orders.channel,
            orders.revenue,
            orders.margin
        from
            marts.orders as orders
            inner join marts.account_managers as managers on orders.owner = managers.owner
        where
            orders.period = 'current'
    ),
    fitting as (
        select
            sold.order_id,
            rates.place as rate_place,
            rates.rate,
            rates.base,
            row_number() over (
                partition by
                    sold.order_id
                order by
                    rates.owner is not null desc,
                    rates.team is not null desc,
                    rates.channel is not null desc,
                    rates.valid_from desc nulls last,
                    rates.place
            ) as place
        from
            sold
            inner join staging.stg_commission_rates as rates on coalesce(rates.owner = sold.owner, rates.owner is null)
            and coalesce(rates.team = sold.team, rates.team is null)
            and coalesce(rates.channel = sold.channel, rates.channel is null)
            and coalesce(rates.valid_from <= sold.order_date, true)
    ),
    paid as (
        select
            sold.*,
            fitting.rate_place,
            fitting.rate,
            fitting.base,
            case fitting.base
                when 'margin' then sold.margin
                when 'revenue' then sold.revenue
            end as base_amount
        from
            sold
            left join fitting on sold.order_id = fitting.order_id
            and fitting.place = 1
    )
select
    order_id,
    owner,
    channel,
    rate_place,
    rate,
    base,
    base_amount::decimal(18, 4) as base_amount,
    (base_amount::double * rate)::decimal(18, 4) as commission,
    case
        when rate is null then 'no rate holds'
        when base_amount is null then 'margin not known'
    end as commission_reason
from
    paid
