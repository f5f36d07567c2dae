-- One row per customer for whom there is something to do: what first. The first that holds counts, in this order: it
-- orders and should get no further credit; it should get none; it is seriously overdue; it makes a loss; it bought in the
-- window before and not in this one; its file is poor; and else what its named segment of RFM asks for. Whom nobody is to
-- approach, see customers, nobody asks why the orders stopped, and no segment asks for anything.
-- key: customer_id
-- columns:
--   customer_id       Customer
--   next_step         What to do next
--   next_step_reason  Why: no further credit but orders, no further credit, seriously overdue, makes a loss, lost, poor file or
--                     segment
with
    reasoned as (
        select
            customers.customer_id,
            segments.action,
            case
                when clients.orders_on then 'no further credit but orders'
                when clients.watch_rank is not null
                and clients.credit_stop is not null then 'no further credit'
                when clients.oldest_days_overdue > settings.solvency_serious_overdue_days then 'seriously overdue'
                when profits.profit_class = 'bad' then 'makes a loss'
                when changes.driver = 'lost'
                and customers.hindrance is null then 'lost'
                when files.is_poor then 'poor file'
                when segments.action is not null
                and customers.hindrance is null then 'segment'
            end as reason
        from
            marts.customers as customers
            cross join run.settings as settings
            left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
            left join marts.customer_profits as profits on customers.customer_id = profits.customer_id
            left join marts.change_by_customer as changes on customers.customer_id = changes.customer_id
            left join marts.customer_quality as files on customers.customer_id = files.customer_id
            left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
            left join run.rfm_segments as segments on scores.segment = segments.segment
            and settings.rfm_scheme = segments.scheme
    )
select
    customer_id,
    case reason
        when 'no further credit but orders' then 'Deliver only against payment'
        when 'no further credit' then 'Stop delivering on credit until what is owed is paid'
        when 'seriously overdue' then 'Call about what is overdue before taking the next order'
        when 'makes a loss' then 'Lower the cost to serve, or raise the price'
        when 'lost' then 'Ask why the orders stopped, and make an offer to come back'
        when 'poor file' then 'Complete and correct the file'
        else action
    end as next_step,
    reason as next_step_reason
from
    reasoned
where
    reason is not null
