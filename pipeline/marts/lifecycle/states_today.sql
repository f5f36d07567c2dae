-- One row per state: who is in it on the as-of date, what they bring, how many there were a span before, and what to do about them.
-- key: state
-- columns:
--   state             non-customer, prospect, target, first-time, repeat, loyal or lost
--   position          Place of the state on the way from the first contact to the last, from 1
--   customers         Customers in it [customers]
--   share             Share of all customers [0 to 1]
--   leads             Open leads in it; NULL for states that no lead is in, and without any lead on record [leads]
--   before_date       Day that before is; NULL where the record has no earlier month
--   customers_before  Customers in it then; NULL where the record has no earlier month [customers]
--   change            Customers against those; NULL where there were none [1 = all of them]
--   revenue           Revenue of its customers in the current window; NULL where nobody in it ever ordered or gave anything back [reporting currency]
--   revenue_share     Share of the revenue of all; NULL where that is not positive [0 to 1]
--   action            What to do for them, of states.steps
-- checks:
--   who never ordered brings nothing: coalesce(revenue, 0) <= 0 or state in ('first-time', 'repeat', 'loyal', 'lost')
with
    spans as (
        select
            until_date,
            from_date
        from
            marts.state_spans
        where
            span = 'current'
    ),
    today as (
        select
            max(month_end) as month_end
        from
            marts.month_ends
    ),
    revenues as (
        select
            states.state,
            -- Who never ordered may have given goods back, of a time that is not on record.
            sum(
                case
                    when states.orders > 0 then coalesce(customers.current_revenue, 0)
                    else customers.current_revenue
                end
            ) as revenue
        from
            marts.customer_states as states
            inner join today on states.month_end = today.month_end
            inner join marts.customers as customers on states.customer_id = customers.customer_id
        group by
            states.state
    ),
    total as (
        select
            sum(revenue) as revenue
        from
            revenues
    )
select
    counts.state,
    counts.position,
    counts.customers,
    counts.share,
    counts.leads,
    befores.month_end as before_date,
    befores.customers as customers_before,
    safe_div(counts.customers - befores.customers, befores.customers) as change,
    revenues.revenue::decimal(18, 4) as revenue,
    case
        when total.revenue > 0 then safe_div(revenues.revenue, total.revenue)
    end as revenue_share,
    steps.action
from
    marts.states_by_month as counts
    inner join today on counts.month_end = today.month_end
    inner join run.states_steps as steps on counts.state = steps.state
    cross join total
    left join spans on counts.month_end = spans.until_date
    left join marts.states_by_month as befores on spans.from_date = befores.month_end
    and counts.state = befores.state
    left join revenues on counts.state = revenues.state
