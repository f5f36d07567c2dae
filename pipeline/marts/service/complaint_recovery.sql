-- One row per time and group of customers: how many bought again after a complaint, and how many of those that did not complain.
-- Who complained is taken once, by its first complaint of the time; of those without a complaint each is taken by its first order of the
-- time, if it had not complained in the time by then. That it complains later takes nobody out, for who is compared is not to be
-- chosen by what is to come: such a customer is in both. It recovered, or came back, if it ordered within service.later_days after that day. The times are as long
-- as the window and end service.later_days before it does, so that everybody is followed for as long. Quickly resolved is a
-- complaint that took no longer than service.quick_hours. A time that was over when the first ticket was opened has no rows. Who buys often has more to
-- complain of, and buys again anyway: like_rate is therefore the share that came back of those without a complaint of the same kind
-- of customer and with as many orders in the window before (none, 1, 2 to 3, 4 to 7, 8 and more), weighted as those who complained are. Its interval puts
-- the Wilson intervals of these shares together by their weights (G. Zou and A. Donner, Statistics in Medicine 27, 2008).
-- key: period, group_name
-- columns:
--   period        current or prior
--   group_name    complained, resolved quickly, resolved slowly, not resolved or no complaint
--   position      Order of the groups
--   from_date     First day of the time
--   until_date    Last day of the time
--   customers     Customers in it [customers]
--   back_customers  Those who ordered again in time [customers]
--   back_rate     Share of them [0 to 1]
--   back_low      Lower end of its interval (Wilson) [0 to 1]
--   back_high     Upper end [0 to 1]
--   like_customers  Customers of the group with others like them among those without a complaint; NULL for these [customers]
--   like_rate     Share that came back of customers like them without a complaint [0 to 1]
--   like_low      Lower end of its interval [0 to 1]
--   like_high     Upper end [0 to 1]
--   is_like_clear  Whether the interval of back_rate less like_rate (Newcombe 1998, hybrid score) does not hold 0: chance hardly explains it
-- checks:
--   no more came back than were there: back_customers <= customers
--   the share of those like them lies in its interval: coalesce(like_rate between like_low - 1e-9 and like_high + 1e-9, true)
with
    times as (
        select
            unnest(['current', 'prior']) as period,
            (as_of_date - service_later_days - unnest([1, 2]) * analysis_window_days + 1)::date as from_date,
            (as_of_date - service_later_days - unnest([0, 1]) * analysis_window_days)::date as until_date,
            service_later_days as later_days,
            service_quick_hours as quick_hours
        from
            run.settings
    ),
    complained as (
        select
            times.period,
            times.from_date,
            times.until_date,
            times.later_days,
            tickets.customer_id,
            tickets.opened_date as day,
            case
                when tickets.is_open then 'not resolved'
                when tickets.resolution_hours <= times.quick_hours then 'resolved quickly'
                else 'resolved slowly'
            end as group_name
        from
            marts.service_tickets as tickets
            inner join times on tickets.opened_date between times.from_date and times.until_date
        where
            tickets.kind = 'complaint'
        qualify
            row_number() over (
                partition by
                    times.period,
                    tickets.customer_id
                order by
                    tickets.opened_date,
                    tickets.ticket_id
            ) = 1
    ),
    ordered as (
        select
            times.period,
            times.from_date,
            times.until_date,
            times.later_days,
            purchases.customer_id,
            min(purchases.purchase_date) as day
        from
            marts.purchases as purchases
            inner join times on purchases.purchase_date between times.from_date and times.until_date
        where
            exists (
                select
                    1
                from
                    marts.service_tickets as tickets
                where
                    tickets.opened_date <= times.until_date
            )
        group by
            times.period,
            times.from_date,
            times.until_date,
            times.later_days,
            purchases.customer_id
    ),
    content as (
        select
            ordered.*
        from
            ordered
            left join complained on ordered.period = complained.period
            and ordered.customer_id = complained.customer_id
            and complained.day <= ordered.day
        where
            complained.customer_id is null
    ),
    taken as (
        select
            period,
            from_date,
            until_date,
            later_days,
            customer_id,
            day,
            unnest(['complained', group_name]) as group_name
        from
            complained
        union all
        select
            period,
            from_date,
            until_date,
            later_days,
            customer_id,
            day,
            'no complaint'
        from
            content
    ),
    histories as (
        select
            taken.period,
            taken.group_name,
            taken.from_date,
            taken.until_date,
            taken.later_days,
            taken.customer_id,
            taken.day,
            customers.kind,
            count(
                case
                    when purchases.purchase_date < taken.day
                    and purchases.purchase_date >= taken.day - settings.analysis_window_days then 1
                end
            ) as before,
            count(
                case
                    when purchases.purchase_date > taken.day
                    and purchases.purchase_date <= taken.day + taken.later_days then 1
                end
            ) > 0 as is_back
        from
            taken
            cross join run.settings as settings
            inner join marts.customers as customers on taken.customer_id = customers.customer_id
            left join marts.purchases as purchases on taken.customer_id = purchases.customer_id
        group by
            taken.period,
            taken.group_name,
            taken.from_date,
            taken.until_date,
            taken.later_days,
            taken.customer_id,
            taken.day,
            customers.kind,
            settings.analysis_window_days
    ),
    counts as (
        select
            period,
            group_name,
            from_date,
            until_date,
            kind,
            case
                when before >= 8 then 8
                when before >= 4 then 4
                when before >= 2 then 2
                else before
            end as band,
            count(*) as customers,
            count(
                case
                    when is_back then 1
                end
            ) as back_customers
        from
            histories
        group by
            period,
            group_name,
            from_date,
            until_date,
            kind,
            band
    ),
    compared as (
        select
            counts.*,
            case
                when counts.group_name <> 'no complaint'
                and likes.customers is not null then counts.customers
            end as like_customers,
            case
                when counts.group_name <> 'no complaint' then counts.customers * safe_div(likes.back_customers, likes.customers)
            end as like_back,
            case
                when counts.group_name <> 'no complaint' then counts.customers * (
                    safe_div(likes.back_customers, likes.customers) - wilson_low (likes.back_customers, likes.customers, quantiles.normal_quantile)
                )
            end as like_below,
            case
                when counts.group_name <> 'no complaint' then counts.customers * (
                    wilson_high (likes.back_customers, likes.customers, quantiles.normal_quantile) - safe_div(likes.back_customers, likes.customers)
                )
            end as like_above
        from
            counts
            cross join marts.interval_quantile as quantiles
            left join counts as likes on counts.period = likes.period
            and likes.group_name = 'no complaint'
            and counts.kind = likes.kind
            and counts.band = likes.band
    ),
    summed as (
        select
            period,
            group_name,
            from_date,
            until_date,
            sum(customers) as customers,
            sum(back_customers) as back_customers,
            sum(like_customers) as like_customers,
            sum(
                like_back
                order by
                    kind,
                    band
            ) as like_back,
            sqrt(
                sum(
                    like_below * like_below
                    order by
                        kind,
                        band
                )
            ) as like_below,
            sqrt(
                sum(
                    like_above * like_above
                    order by
                        kind,
                        band
                )
            ) as like_above
        from
            compared
        group by
            period,
            group_name,
            from_date,
            until_date
    ),
    rated as (
        select
            summed.period,
            summed.group_name,
            summed.from_date,
            summed.until_date,
            summed.customers,
            summed.back_customers,
            summed.like_customers,
            safe_div(summed.back_customers, summed.customers) as back_rate,
            wilson_low (summed.back_customers, summed.customers, quantiles.normal_quantile) as back_low,
            wilson_high (summed.back_customers, summed.customers, quantiles.normal_quantile) as back_high,
            safe_div(summed.like_back, summed.like_customers) as like_rate,
            safe_div(summed.like_back - summed.like_below, summed.like_customers) as like_low,
            safe_div(summed.like_back + summed.like_above, summed.like_customers) as like_high
        from
            summed
            cross join marts.interval_quantile as quantiles
    )
select
    period,
    group_name,
    case group_name
        when 'complained' then 1
        when 'resolved quickly' then 2
        when 'resolved slowly' then 3
        when 'not resolved' then 4
        else 5
    end::integer as position,
    from_date,
    until_date,
    customers::integer as customers,
    back_customers::integer as back_customers,
    back_rate,
    back_low,
    back_high,
    like_customers::integer as like_customers,
    like_rate,
    like_low,
    like_high,
    abs(back_rate - like_rate) > case
        when back_rate > like_rate then sqrt((back_rate - back_low) * (back_rate - back_low) + (like_high - like_rate) * (like_high - like_rate))
        else sqrt((back_high - back_rate) * (back_high - back_rate) + (like_rate - like_low) * (like_rate - like_low))
    end as is_like_clear
from
    rated
