-- One row per month end and state: how many customers were in it, and how many open leads.
-- Leads stand beside the customers and are not added to them: as long as a lead is open nobody knows whom it turns out to be, and
-- it may be a customer already. An open lead is a target (目标) if it has states.target_traits or more of money, authority and need,
-- as they are known today, and else a prospect (潜在); it is open from the day it was recorded until it was won or lost. A lead that
-- was won or lost on a day that is not known is left out.
-- key: month_end, state
-- columns:
--   month_end  Last day of the month, or the as-of date
--   state      non-customer, prospect, target, first-time, repeat, loyal or lost
--   position   Place of the state on the way from the first contact to the last, from 1
--   customers  Customers in the state [customers]
--   share      Share of the customers known that day; NULL where none was [0 to 1]
--   leads      Open leads in the state; NULL for states that no lead is in, and without any lead on record [leads]
-- checks:
--   leads are prospects and targets: leads is null or state in ('prospect', 'target')
with
    leads as (
        select
            months.month_end,
            case
                when coalesce(leads.has_money, false)::integer + coalesce(leads.has_authority, false)::integer + coalesce(leads.has_need, false)::integer >= settings.states_target_traits then 'target'
                else 'prospect'
            end as state
        from
            staging.stg_leads as leads
            cross join run.settings as settings
            inner join marts.month_ends as months on leads.created_date <= months.month_end
            and (
                leads.closed_date > months.month_end
                or leads.status = 'open'
            )
    ),
    open_leads as (
        select
            month_end,
            state,
            count(*) as leads
        from
            leads
        group by
            month_end,
            state
    ),
    on_record as (
        select
            count(*) as leads
        from
            staging.stg_leads
    ),
    customers as (
        select
            month_end,
            state,
            count(*) as customers
        from
            marts.customer_states
        group by
            month_end,
            state
    ),
    counted as (
        select
            months.month_end,
            states.state,
            states.position,
            coalesce(customers.customers, 0) as customers,
            sum(coalesce(customers.customers, 0)) over (
                partition by
                    months.month_end
            ) as all_customers
        from
            marts.month_ends as months
            cross join run.states_steps as states
            left join customers on months.month_end = customers.month_end
            and states.state = customers.state
    )
select
    counted.month_end,
    counted.state,
    counted.position,
    counted.customers::integer as customers,
    safe_div(counted.customers, counted.all_customers) as share,
    case
        when on_record.leads > 0
        and counted.state in ('prospect', 'target') then coalesce(open_leads.leads, 0)
    end::integer as leads
from
    counted
    cross join on_record
    left join open_leads on counted.month_end = open_leads.month_end
    and counted.state = open_leads.state
