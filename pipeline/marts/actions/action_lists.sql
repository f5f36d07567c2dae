-- One row per action and customer, or prospect, that it is recommended for: whom to take to work, why, what it is worth and what to do. A
-- customer stands in every list that it belongs to; what goes before all else with it, such as an unpaid bill, is said in each of them.
-- Lists, the most pressing first: stop credit (the watch list's that should get none), collect (seriously overdue), make up (dissatisfied
-- customers that carry the business), keep (may well leave), hand over (bought in the window, and whose account manager has left or given
-- notice), contact (overdue for contact), win back (lost, and nothing in the way),
-- serve cheaper (makes a loss), sell more (still buys, and lacks categories that customers like it buy), pursue (open prospects) and mend
-- file (a poor file of a customer that bought in the window). Whom nobody is to approach, see customers, is in none of those that ask for a
-- call or an offer; with whom something goes before all else stands last where we would court it: to keep, contact, win back, sell more.
-- key: action, place
-- columns:
--   action       Name of the list
--   position     Order of the lists, from the most pressing, 1
--   place        Place in the list, from 1: by value, see above for those that stand last
--   customer_id  Customer; NULL for a prospect
--   lead_id      Prospect; NULL for a customer
--   value        What the action is worth: what is open or overdue with it, revenue, revenue at risk or to win back, the loss, what it could add,
--                expected amount x chance; NULL where it is not known [reporting currency]
--   why          Why it is in the list; NULL where nothing more is known
--   fields       Fields of the customer's file that are wrong, or else missing; NULL for other lists
--   days         Days that goes with it: overdue, dissatisfied, silent, without contact or open, from or to the last day of who looks
--                after it; NULL for other lists [days]
--   owner        Who is to do it: the account manager, or who leads the team where that one has left or is to hand over; NULL where nobody is
--                named
--   next_step    What to do
--   before_all   What goes before it: the reason of marts.next_steps that does before any; NULL where nothing does, or that is the list
-- checks:
--   it is of a customer or a prospect: (customer_id is null) <> (lead_id is null)
--   each says what to do: next_step is not null
with
    listed as (
        select
            'stop credit' as action,
            1 as position,
            clients.customer_id,
            null::varchar as lead_id,
            clients.exposure::double as value,
            clients.credit_stop as why,
            null::integer as days,
            case
                when clients.orders_on then 'Deliver only against payment'
                else 'Stop delivering on credit until what is owed is paid'
            end as next_step
        from
            marts.client_solvency as clients
        where
            clients.watch_rank is not null
            and clients.credit_stop is not null
        union all
        select
            'collect',
            2,
            clients.customer_id,
            null,
            clients.overdue_amount::double,
            'overdue',
            clients.oldest_days_overdue::integer,
            'Call about what is overdue before taking the next order'
        from
            marts.client_solvency as clients
            cross join run.settings as settings
        where
            clients.oldest_days_overdue > settings.solvency_serious_overdue_days
        union all
        select
            'make up',
            3,
            customers.customer_id,
            null,
            customers.value::double,
            'dissatisfied with us',
            customers.days::integer,
            'Call, listen and make up for it; ask again once it is done'
        from
            marts.dissatisfied_customers as customers
            inner join marts.customers as known on customers.customer_id = known.customer_id
        where
            known.hindrance is null
        union all
        select
            'keep',
            4,
            churn.customer_id,
            null,
            churn.revenue_at_risk::double,
            churn.reason_1,
            null,
            'Call before it leaves: ask what it lacks, and offer what fits its last orders'
        from
            marts.customer_churn as churn
        where
            churn.place is not null
            and churn.revenue_at_risk > 0
        union all
        select
            'hand over',
            5,
            customers.customer_id,
            null,
            customers.current_revenue::double,
            case managers.status
                when 'left' then 'its account manager has left'
                else 'its account manager leaves'
            end,
            abs(managers.left_date - settings.as_of_date)::integer,
            'Name a successor, and introduce the two before the last day'
        from
            marts.customers as customers
            inner join marts.account_managers as managers on customers.owner = managers.owner
            cross join run.settings as settings
        where
            managers.status in ('left', 'notice given')
            and customers.current_orders > 0
        union all
        select
            'contact',
            6,
            levels.customer_id,
            null,
            customers.current_revenue::double,
            levels.timing,
            levels.waiting_days::integer,
            'Contact it, as its level asks for'
        from
            marts.relationship_customers as levels
            inner join marts.customers as customers on levels.customer_id = customers.customer_id
        where
            levels.timing in ('overdue', 'never contacted')
        union all
        select
            'win back',
            7,
            lost.customer_id,
            null,
            lost.win_back_value::double,
            coalesce(lost.reason, lost.sign),
            lost.silent_days::integer,
            'Ask why the orders stopped, and make an offer to come back'
        from
            marts.lost_customers as lost
        where
            lost.place is not null
        union all
        select
            'serve cheaper',
            8,
            profits.customer_id,
            null,
            - profits.profit::double,
            'makes a loss',
            null,
            'Lower the cost to serve, or raise the price'
        from
            marts.customer_profits as profits
        where
            profits.profit_class = 'bad'
        union all
        select
            'sell more',
            9,
            lifetimes.customer_id,
            null,
            lifetimes.potential_value::double,
            'lacks categories that customers like it buy',
            null,
            'Offer the categories that it does not buy and customers like it do'
        from
            marts.customer_lifetime_values as lifetimes
            inner join marts.customers as customers on lifetimes.customer_id = customers.customer_id
            left join marts.lost_customers as lost on lifetimes.customer_id = lost.customer_id
        where
            lifetimes.potential_value > 0
            and customers.hindrance is null
            and lost.customer_id is null
        union all
        select
            'pursue',
            10,
            null,
            leads.lead_id,
            leads.weighted_amount::double,
            leads.standing,
            leads.age_days::integer,
            leads.step
        from
            marts.leads as leads
        where
            leads.place is not null
            and leads.step is not null
        union all
        select
            'mend file',
            11,
            files.customer_id,
            null,
            customers.current_revenue::double,
            case
                when files.wrong_fields is not null then 'wrong in the file'
                else 'missing in the file'
            end,
            null,
            'Complete and correct the file'
        from
            marts.customer_quality as files
            inner join marts.customers as customers on files.customer_id = customers.customer_id
        where
            files.is_poor
            and customers.current_orders > 0
    ),
    reasoned as (
        select
            listed.*,
            case
                when steps.next_step_reason in ('no further credit but orders', 'no further credit')
                and listed.action <> 'stop credit' then steps.next_step_reason
                when steps.next_step_reason = 'seriously overdue'
                and listed.action not in ('stop credit', 'collect') then steps.next_step_reason
                when steps.next_step_reason = 'makes a loss'
                and listed.action in ('keep', 'contact', 'win back', 'sell more') then steps.next_step_reason
            end as before_all
        from
            listed
            left join marts.next_steps as steps on listed.customer_id = steps.customer_id
    )
select
    listed.action,
    listed.position::integer as position,
    (
        row_number() over (
            partition by
                listed.action
            order by
                listed.action in ('keep', 'contact', 'win back', 'sell more')
                and listed.before_all is not null,
                listed.value desc nulls last,
                listed.customer_id,
                listed.lead_id
        )
    )::integer as place,
    listed.customer_id,
    listed.lead_id,
    listed.value,
    listed.why,
    case
        when listed.action = 'mend file' then coalesce(files.wrong_fields, files.missing_fields)
    end as fields,
    listed.days,
    case
        when listed.action = 'hand over'
        or managers.status = 'left' then managers.manager
        else coalesce(customers.owner, leads.owner)
    end as owner,
    listed.next_step,
    listed.before_all
from
    reasoned as listed
    left join marts.customers as customers on listed.customer_id = customers.customer_id
    left join marts.leads as leads on listed.lead_id = leads.lead_id
    left join marts.customer_quality as files on listed.customer_id = files.customer_id
    left join marts.account_managers as managers on managers.owner = coalesce(customers.owner, leads.owner)
