-- One row per customer that was ever billed: what it owes and how it pays.
-- Days sales outstanding = open amount / billed in the last solvency.dso_window_days x those days (the plain formula:
-- the days of billing that are still to be paid). It is NULL, and says why, for a customer billed for a shorter time,
-- which it would make look slow. How late a customer pays is told of the invoices that fell due in the current window,
-- those still open by how late they are so far: of settled ones alone, who pays half on time and half never is punctual.
-- key: customer_id
-- columns:
--   customer_id          Customer
--   open_invoices        Invoices on which something is owed [invoices]
--   owed_amount          Owed on invoices [reporting currency]
--   credit_amount        Credit not used yet, negative [reporting currency]
--   open_amount          Open: owed less credit [reporting currency]
--   overdue_amount       Owed and past its due date; credit is not taken off [reporting currency]
--   overdue_share        Share of what is owed that is overdue; NULL where nothing is owed [0 to 1]
--   serious_share        Share of what is owed that is overdue by more than solvency.serious_overdue_days [0 to 1]
--   oldest_days_overdue  Days the oldest invoice is overdue; 0 where nothing is [days]
--   overdue_days         Mean days that what is overdue is so, each amount counting as it is large; NULL where nothing is [days]
--   billed               Billed in the last solvency.dso_window_days, less credit notes [reporting currency]
--   dso_days             Days sales outstanding [days]
--   dso_reason           Why there are no days sales outstanding
--   credit_limit         Credit limit granted [reporting currency]
--   limit_use            Open amount as a share of the credit limit; NULL without a limit above 0
--   limit_reason         Why there is no such share: no limit on file, or a limit of 0
--   due_invoices         Invoices that fell due in the current window and are settled or open [invoices]
--   due_days_late        Mean days late over those: to payment where settled, so far where open; negative for early [days]
--   settled_invoices     Invoices settled in the current window [invoices]
--   days_late            Mean days from due date to payment over those alone; negative for early [days]
--   late_amount          Amount of those that were paid late [reporting currency]
--   late_credit          Amount x days late of those, as far as they lie in the window, by the days of the window: what its lateness had us lend it on average [reporting currency]
--   debtor_rank          Place among those that owe anything, by amount x days overdue of what is overdue, then by what is owed
--   open_before          Open at the last month end a window before; NULL where no invoices reach back that far [reporting currency]
-- checks:
--   open is owed less credit: coalesce(open_amount = owed_amount + credit_amount, true)
--   no more is overdue than owed: overdue_amount <= owed_amount
--   a use of the limit or a reason, not both: (limit_use is null) = (limit_reason is not null)
with
    totals as (
        select
            receivables.customer_id,
            count(
                case
                    when receivables.state = 'owed' then 1
                end
            ) as open_invoices,
            sum(
                case
                    when receivables.state = 'owed' then receivables.open_amount
                    else 0
                end
            ) as owed_amount,
            sum(
                case
                    when receivables.state = 'credit' then receivables.open_amount
                    else 0
                end
            ) as credit_amount,
            sum(receivables.open_amount) as open_amount,
            sum(
                case
                    when receivables.days_overdue > 0 then receivables.open_amount
                    else 0
                end
            ) as overdue_amount,
            sum(
                case
                    when receivables.days_overdue > 0 then receivables.open_amount * receivables.days_overdue
                    else 0
                end
            ) as overdue_amount_days,
            sum(
                case
                    when receivables.days_overdue > settings.solvency_serious_overdue_days then receivables.open_amount
                    else 0
                end
            ) as serious_amount,
            greatest(coalesce(max(receivables.days_overdue), 0), 0) as oldest_days_overdue,
            min(receivables.invoice_date) as first_date,
            sum(
                case
                    when receivables.invoice_date > settings.as_of_date - settings.solvency_dso_window_days then receivables.amount
                    else 0
                end
            ) as billed,
            count(
                case
                    when receivables.due_date > settings.as_of_date - settings.analysis_window_days
                    and receivables.due_date <= settings.as_of_date then coalesce(receivables.days_late, receivables.days_overdue)
                end
            ) as due_invoices,
            avg(
                case
                    when receivables.due_date > settings.as_of_date - settings.analysis_window_days
                    and receivables.due_date <= settings.as_of_date then coalesce(receivables.days_late, receivables.days_overdue)
                end
            ) as due_days_late,
            count(
                case
                    when receivables.paid_on > settings.as_of_date - settings.analysis_window_days then receivables.days_late
                end
            ) as settled_invoices,
            avg(
                case
                    when receivables.paid_on > settings.as_of_date - settings.analysis_window_days then receivables.days_late
                end
            ) as days_late,
            sum(
                case
                    when receivables.paid_on > settings.as_of_date - settings.analysis_window_days
                    and receivables.days_late > 0 then receivables.amount
                    else 0
                end
            ) as late_amount,
            sum(
                case
                    when receivables.paid_on > settings.as_of_date - settings.analysis_window_days
                    and receivables.days_late > 0 then receivables.amount * least(receivables.days_late, receivables.paid_on - (settings.as_of_date - settings.analysis_window_days))
                    else 0
                end
            ) as late_amount_days,
            sum(receivables.open_before) as open_before
        from
            marts.receivables as receivables
            cross join run.settings as settings
        group by
            receivables.customer_id
    ),
    explained as (
        select
            totals.*,
            case
                when totals.first_date > settings.as_of_date - settings.solvency_dso_window_days then 'billed for less than ' || settings.solvency_dso_window_days || ' days'
                when totals.billed <= 0 then 'nothing billed in the last ' || settings.solvency_dso_window_days || ' days'
                when totals.open_amount < 0 then 'in credit'
            end as dso_reason
        from
            totals
            cross join run.settings as settings
    )
select
    explained.customer_id,
    explained.open_invoices::integer as open_invoices,
    explained.owed_amount::decimal(18, 4) as owed_amount,
    explained.credit_amount::decimal(18, 4) as credit_amount,
    explained.open_amount::decimal(18, 4) as open_amount,
    explained.overdue_amount::decimal(18, 4) as overdue_amount,
    safe_div(explained.overdue_amount, explained.owed_amount) as overdue_share,
    safe_div(explained.serious_amount, explained.owed_amount) as serious_share,
    explained.oldest_days_overdue::integer as oldest_days_overdue,
    safe_div(explained.overdue_amount_days, explained.overdue_amount) as overdue_days,
    explained.billed::decimal(18, 4) as billed,
    case
        when explained.dso_reason is null then safe_div(explained.open_amount, explained.billed) * settings.solvency_dso_window_days
    end as dso_days,
    explained.dso_reason,
    customers.credit_limit,
    case
        when customers.credit_limit > 0 then safe_div(explained.open_amount, customers.credit_limit)
    end as limit_use,
    case
        when customers.credit_limit is null then 'no limit on file'
        when customers.credit_limit <= 0 then 'a limit of 0'
    end as limit_reason,
    explained.due_invoices::integer as due_invoices,
    explained.due_days_late,
    explained.settled_invoices::integer as settled_invoices,
    explained.days_late,
    explained.late_amount::decimal(18, 4) as late_amount,
    (safe_div(explained.late_amount_days, settings.analysis_window_days))::decimal(18, 4) as late_credit,
    case
        when explained.owed_amount > 0 then row_number() over (
            order by
                explained.overdue_amount_days desc,
                explained.owed_amount desc,
                explained.customer_id
        )
    end::integer as debtor_rank,
    explained.open_before::decimal(18, 4) as open_before
from
    explained
    cross join run.settings as settings
    inner join staging.stg_customers as customers on explained.customer_id = customers.customer_id
