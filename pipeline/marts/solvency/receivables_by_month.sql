-- One row per month from the first invoice to the as-of date, the last one up to that day.
-- The course of what is open is found from its flows: an invoice opens it on its date, payment closes it, and the day
-- after the due date what is not paid becomes overdue. Days sales outstanding = open amount / billed in the last
-- solvency.dso_window_days x those days; NULL where invoices do not reach back that far or nothing was billed.
-- key: month_end
-- columns:
--   month_end         Last day of the month; the as-of date for the last one
--   billed            Billed in the month, less credit notes [reporting currency]
--   owed_amount       Owed on invoices at its end [reporting currency]
--   credit_amount     Credit not used at its end, negative [reporting currency]
--   open_amount       Open at its end: owed less credit [reporting currency]
--   overdue_amount    Overdue at its end; credit is not taken off [reporting currency]
--   overdue_share     Share of what is owed that is overdue [0 to 1]
--   dso_days          Days sales outstanding at its end [days]
--   settled_invoices  Invoices settled in the month [invoices]
--   days_late         Mean days from due date to payment over those, whenever they were billed; what is still open is not in it; negative for early [days]
-- checks:
--   overdue lies between nothing and all that is owed: coalesce(overdue_amount between 0 and owed_amount, true)
with
    bounds as (
        select
            settings.as_of_date,
            min(receivables.invoice_date) as first_date
        from
            marts.receivables as receivables
            cross join run.settings as settings
        group by
            settings.as_of_date
    ),
    month_starts as (
        select
            unnest(generate_series(date_trunc('month', first_date), as_of_date::timestamp, interval 1 month))::date as month_start,
            as_of_date,
            first_date
        from
            bounds
    ),
    months as (
        select
            month_start,
            least(last_day(month_start), as_of_date) as month_end,
            first_date
        from
            month_starts
    ),
    flows as (
        select
            invoice_date as day,
            amount as billed,
            greatest(amount, 0) as owed,
            amount as open,
            0 as overdue
        from
            marts.receivables
        union all
        select
            paid_on,
            0,
            greatest(open_amount, 0) - greatest(amount, 0),
            - paid_amount,
            0
        from
            marts.receivables
        where
            paid_on is not null
        union all
        select
            due_date + 1,
            0,
            0,
            0,
            greatest(
                case
                    when paid_on <= due_date then open_amount
                    else amount
                end,
                0
            )
        from
            marts.receivables
        union all
        select
            paid_on,
            0,
            0,
            0,
            greatest(open_amount, 0) - greatest(amount, 0)
        from
            marts.receivables
        where
            paid_on > due_date
    ),
    days as (
        select
            day,
            sum(billed) as billed,
            sum(owed) as owed,
            sum(open) as open,
            sum(overdue) as overdue
        from
            flows
        group by
            day
    ),
    balances as (
        select
            months.month_end,
            months.first_date,
            sum(
                case
                    when days.day >= months.month_start then days.billed
                    else 0
                end
            ) as billed,
            sum(
                case
                    when days.day > months.month_end - settings.solvency_dso_window_days then days.billed
                    else 0
                end
            ) as window_billed,
            sum(days.owed) as owed,
            sum(days.open) as open,
            sum(days.overdue) as overdue
        from
            months
            cross join run.settings as settings
            inner join days on days.day <= months.month_end
        group by
            months.month_end,
            months.first_date
    ),
    settlements as (
        select
            months.month_end,
            count(receivables.days_late) as settled_invoices,
            avg(receivables.days_late) as days_late
        from
            months
            inner join marts.receivables as receivables on receivables.paid_on between months.month_start and months.month_end
        group by
            months.month_end
    )
select
    balances.month_end,
    balances.billed::decimal(18, 4) as billed,
    balances.owed::decimal(18, 4) as owed_amount,
    (balances.open - balances.owed)::decimal(18, 4) as credit_amount,
    balances.open::decimal(18, 4) as open_amount,
    balances.overdue::decimal(18, 4) as overdue_amount,
    safe_div(balances.overdue, balances.owed) as overdue_share,
    case
        when balances.month_end - settings.solvency_dso_window_days + 1 >= balances.first_date
        and balances.window_billed > 0
        and balances.open >= 0 then safe_div(balances.open, balances.window_billed) * settings.solvency_dso_window_days
    end as dso_days,
    coalesce(settlements.settled_invoices, 0)::integer as settled_invoices,
    settlements.days_late
from
    balances
    cross join run.settings as settings
    left join settlements on balances.month_end = settlements.month_end
