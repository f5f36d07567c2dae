-- One row per customer: what it leaves after the cost to serve it, in the current window and to date.
-- Profit = margin less cost to serve; cost to serve = service and retention costs booked on the customer, plus
-- tickets: their cost less what the customer was charged, for tickets whose cost is known, unless
-- settings.value.ticket_cost says that the service costs contain them. Costs booked on no customer are not shared
-- out, for any key would be arbitrary: they stand apart in marts.value_figures. Who bought nothing in the window has a
-- margin of 0 there and still bears its costs. A kind of cost that the project does not book by customer is NULL and
-- not taken off; with none of them, profit is margin.
-- Historical value (历史价值) = margin to date less acquisition cost and cost to serve to date. Where acquisition costs are
-- supplied and none is booked by customer, it is margin less what is known, and its reason says so.
-- key: customer_id
-- columns:
--   customer_id              Customer
--   margin                   Margin in the window, 0 without a purchase; NULL where it is not known, and where
--                            there is neither a purchase nor a cost [reporting currency]
--   service_cost             Service costs booked in the window [reporting currency]
--   retention_cost           Retention costs booked in the window [reporting currency]
--   ticket_cost              Cost of the tickets opened in the window, less charges [reporting currency]
--   cost_to_serve            Service, retention and ticket cost of the window [reporting currency]
--   prior_cost_to_serve      The same of the window before [reporting currency]
--   profit                   Margin less cost to serve [reporting currency]
--   profit_rate              Profit as share of revenue in the window; NULL where revenue is not positive
--   profit_class             good, marginal or bad, by settings.value.good_margin_rate; NULL where profit is not known
--   profit_reason            Why there is no class: no purchase and no cost, margin not known
--   acquisition_cost         Acquisition costs booked on the customer, to date [reporting currency]
--   cost_to_serve_to_date    Cost to serve to date [reporting currency]
--   historical_value         Margin to date less acquisition cost and cost to serve [reporting currency]
--   historical_value_reason  Why there is no historical value: never bought and no cost, margin not known; or what it
--                            leaves out: acquisition cost not booked by customer
-- checks:
--   a customer has a class or a reason: (profit_class is null) = (profit_reason is not null)
--   a bad customer is one that makes a loss: (profit_class = 'bad') is not distinct from (profit < 0)
with
    bookings as (
        select
            customer_id,
            kind,
            cost_date as booked_date,
            amount
        from
            staging.stg_costs
        where
            customer_id is not null
        union all
        select
            tickets.customer_id,
            'ticket',
            tickets.opened_at::date,
            (tickets.cost - coalesce(tickets.charge, 0))::decimal(18, 4)
        from
            staging.stg_tickets as tickets
            cross join run.settings as settings
        where
            tickets.cost is not null
            and settings.value_ticket_cost = 'apart'
    ),
    dated as (
        select
            bookings.customer_id,
            bookings.kind,
            bookings.amount,
            case
                when bookings.booked_date > settings.as_of_date - settings.analysis_window_days then bookings.amount
            end as current_amount,
            case
                when bookings.booked_date > settings.as_of_date - 2 * settings.analysis_window_days
                and bookings.booked_date <= settings.as_of_date - settings.analysis_window_days then bookings.amount
            end as prior_amount
        from
            bookings
            cross join run.settings as settings
    ),
    -- 0 for each kind of cost that is booked on some customer: one without such a booking has cost nothing.
    supplied as (
        select
            max(
                case
                    when kind = 'service' then 0
                end
            ) as service_cost,
            max(
                case
                    when kind = 'retention' then 0
                end
            ) as retention_cost,
            max(
                case
                    when kind = 'ticket' then 0
                end
            ) as ticket_cost,
            max(
                case
                    when kind <> 'acquisition' then 0
                end
            ) as cost_to_serve,
            max(
                case
                    when kind = 'acquisition' then 0
                end
            ) as acquisition_cost
        from
            dated
    ),
    acquisition as (
        select
            count(*) as costs
        from
            staging.stg_costs
        where
            kind = 'acquisition'
    ),
    cost_totals as (
        select
            customer_id,
            sum(
                case
                    when kind = 'service' then current_amount
                end
            ) as service_cost,
            sum(
                case
                    when kind = 'retention' then current_amount
                end
            ) as retention_cost,
            sum(
                case
                    when kind = 'ticket' then current_amount
                end
            ) as ticket_cost,
            sum(
                case
                    when kind <> 'acquisition' then current_amount
                end
            ) as cost_to_serve,
            sum(
                case
                    when kind <> 'acquisition' then prior_amount
                end
            ) as prior_cost_to_serve,
            count(
                case
                    when kind <> 'acquisition' then current_amount
                end
            ) as current_bookings,
            sum(
                case
                    when kind <> 'acquisition' then amount
                end
            ) as cost_to_serve_to_date,
            sum(
                case
                    when kind = 'acquisition' then amount
                end
            ) as acquisition_cost
        from
            dated
        group by
            customer_id
    ),
    costed as (
        select
            customers.customer_id,
            customers.current_revenue,
            -- Without a row of orders there is no margin; with one, an unknown cost of goods leaves it unknown.
            case
                when customers.current_revenue is null then 0
                else customers.current_margin
            end as current_margin,
            case
                when customers.revenue is null then 0
                else customers.margin
            end as margin_to_date,
            customers.current_revenue is not null
            or coalesce(totals.current_bookings, 0) > 0 as is_active,
            customers.revenue is not null
            or totals.customer_id is not null as was_active,
            coalesce(totals.service_cost, supplied.service_cost)::decimal(18, 4) as service_cost,
            coalesce(totals.retention_cost, supplied.retention_cost)::decimal(18, 4) as retention_cost,
            coalesce(totals.ticket_cost, supplied.ticket_cost)::decimal(18, 4) as ticket_cost,
            coalesce(totals.cost_to_serve, supplied.cost_to_serve)::decimal(18, 4) as cost_to_serve,
            coalesce(totals.prior_cost_to_serve, supplied.cost_to_serve)::decimal(18, 4) as prior_cost_to_serve,
            coalesce(totals.acquisition_cost, supplied.acquisition_cost)::decimal(18, 4) as acquisition_cost,
            acquisition.costs > 0
            and supplied.acquisition_cost is null as is_acquisition_left_out,
            coalesce(totals.cost_to_serve_to_date, supplied.cost_to_serve)::decimal(18, 4) as cost_to_serve_to_date
        from
            marts.customers as customers
            cross join supplied
            cross join acquisition
            left join cost_totals as totals on customers.customer_id = totals.customer_id
    ),
    valued as (
        select
            costed.*,
            case
                when is_active then current_margin::decimal(18, 4)
            end as margin,
            case
                when is_active then (current_margin - coalesce(cost_to_serve, 0))::decimal(18, 4)
            end as profit,
            case
                when was_active then margin_to_date - coalesce(acquisition_cost, 0) - coalesce(cost_to_serve_to_date, 0)
            end::decimal(18, 4) as historical_value
        from
            costed
    )
select
    valued.customer_id,
    valued.margin,
    valued.service_cost,
    valued.retention_cost,
    valued.ticket_cost,
    valued.cost_to_serve,
    valued.prior_cost_to_serve,
    valued.profit,
    case
        when valued.current_revenue > 0 then safe_div(valued.profit, valued.current_revenue)
    end as profit_rate,
    case
        when valued.profit is null then null
        when valued.profit < 0 then 'bad'
        when valued.current_revenue > 0
        and valued.profit >= settings.value_good_margin_rate::decimal(20, 6) * valued.current_revenue then 'good'
        else 'marginal'
    end as profit_class,
    case
        when valued.profit is not null then null
        when valued.is_active then 'margin not known'
        else 'no purchase and no cost'
    end as profit_reason,
    valued.acquisition_cost,
    valued.cost_to_serve_to_date,
    valued.historical_value,
    case
        when valued.historical_value is not null
        and valued.is_acquisition_left_out then 'acquisition cost not booked by customer'
        when valued.historical_value is not null then null
        when valued.was_active then 'margin not known'
        else 'never bought and no cost'
    end as historical_value_reason
from
    valued
    cross join run.settings as settings
