-- One row per time and group of customers: how many bought again after a complaint, and how many of those that did not complain.
-- A customer is taken once: by its first complaint of the time, or, of those without a complaint in it and in service.later_days after,
-- by its first order of the time. It recovered, or came back, if it ordered within service.later_days after that day. The times are as long
-- as the window and end service.later_days before it does, so that everybody is followed for as long. Quickly resolved is a
-- complaint that took no longer than service.quick_hours. Who complains bought lately, as who orders did; but they may differ
-- otherwise, and the one need not be the cause of the other.
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
-- checks:
--   no more came back than were there: back_customers <= customers
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
    content as (
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
            not exists (
                select
                    1
                from
                    marts.service_tickets as tickets
                where
                    tickets.customer_id = purchases.customer_id
                    and tickets.kind = 'complaint'
                    and tickets.opened_date between times.from_date and times.until_date + times.later_days
            )
            and exists (
                select
                    1
                from
                    marts.service_tickets
            )
        group by
            times.period,
            times.from_date,
            times.until_date,
            times.later_days,
            purchases.customer_id
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
    followed as (
        select
            taken.period,
            taken.group_name,
            taken.from_date,
            taken.until_date,
            exists (
                select
                    1
                from
                    marts.purchases as purchases
                where
                    purchases.customer_id = taken.customer_id
                    and purchases.purchase_date > taken.day
                    and purchases.purchase_date <= taken.day + taken.later_days
            ) as is_back
        from
            taken
    ),
    counts as (
        select
            period,
            group_name,
            from_date,
            until_date,
            count(*) as customers,
            count(
                case
                    when is_back then 1
                end
            ) as back_customers
        from
            followed
        group by
            period,
            group_name,
            from_date,
            until_date
    )
select
    counts.period,
    counts.group_name,
    case counts.group_name
        when 'complained' then 1
        when 'resolved quickly' then 2
        when 'resolved slowly' then 3
        when 'not resolved' then 4
        else 5
    end::integer as position,
    counts.from_date,
    counts.until_date,
    counts.customers::integer as customers,
    counts.back_customers::integer as back_customers,
    safe_div(counts.back_customers, counts.customers) as back_rate,
    wilson_low (counts.back_customers, counts.customers, quantiles.normal_quantile) as back_low,
    wilson_high (counts.back_customers, counts.customers, quantiles.normal_quantile) as back_high
from
    counts
    cross join marts.interval_quantile as quantiles
