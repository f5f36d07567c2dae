-- One row per run: the headline figures of value and profit. None where nobody bought and no cost to serve was booked
-- in either window. Where history does not cover the prior window (marts.revenue_totals), nothing is compared with it.
-- key: none
-- columns:
--   measure                       What customers are ranked by: revenue or margin
--   customers                     Customers that bought in the window [customers]
--   unranked_customers            Customers that bought and are not ranked, for their margin is not known [customers]
--   key_tier                      Name of the first tier; NULL where nobody is ranked
--   key_customers                 Customers in it [customers]
--   key_revenue                   Their revenue in the window [reporting currency]
--   key_revenue_share             Their share of the revenue of all customers
--   key_prior_customers           Customers in it in the prior window, as far as that is on record [customers]
--   key_kept_customers            Of those, customers still in it [customers]
--   key_retained_customers        Of those, customers that bought in the current window, in whatever tier [customers]
--   key_fallen_customers          Of those, customers in a lower tier or without a purchase [customers]
--   key_fallen_revenue_change     Revenue of the fallen ones less that of the prior window [reporting currency]
--   moved_up_customers            Customers in a higher tier than in the prior window [customers]
--   moved_down_customers          Customers in a lower tier than in the prior window [customers]
--   lapsed_customers              Customers of the prior window's tiers that bought nothing in the current one [customers]
--   fallen_customers              Customers in a lower tier, or without a purchase any more [customers]
--   prior_reason                  Why nothing is compared with the prior window
--   margin                        Margin of the customers whose profit is known [reporting currency]
--   cost_to_serve                 Their cost to serve [reporting currency]
--   profit                        Their margin less cost to serve [reporting currency]
--   prior_profit                  The same of the prior window; NULL where the two cannot be compared [reporting currency]
--   profit_change                 Profit less that [reporting currency]
--   profit_change_rate            Change by profit of the prior window; NULL where that is not positive
--   profit_change_reason          Why profit is not compared with the prior window
--   unallocated_cost              Service and retention costs of the window booked on no customer [reporting currency]
--   profit_after_unallocated      Profit less those costs [reporting currency]
--   unallocated_acquisition_cost  Acquisition costs of the window booked on no customer; no part of profit, as are
--                                 those booked on one [reporting currency]
--   cost_reason                   Why profit is margin, with no cost to serve taken off
--   good_customers                Good customers [customers]
--   bad_customers                 Bad customers [customers]
--   lost_profit                   What bad customers cost: the sum of their losses [reporting currency]
--   peak_customers                Profitable customers, with whom the whale curve is at its highest [customers]
--   peak_customers_share          Their share of the customers whose profit is known
--   peak_profit                   Their profit [reporting currency]
--   peak_profit_share             Their profit as share of the total profit; NULL where that is not positive
--   profit_customers              Customers whose profit is known [customers]
--   unknown_profit_customers      Customers of the profit view whose profit is not known [customers]
--   idle_customers                Customers of the profit view that bought nothing: a cost or a refund alone [customers]
with
    buyers as (
        select
            count(
                case
                    when customers.current_orders > 0 then 1
                end
            ) as customers,
            count(
                case
                    when customers.current_orders > 0
                    and tiers.tier is null then 1
                end
            ) as unranked_customers,
            count(tiers.prior_tier) as prior_customers,
            count(
                case
                    when tiers.movement = 'up' then 1
                end
            ) as moved_up_customers,
            count(
                case
                    when tiers.movement = 'down' then 1
                end
            ) as moved_down_customers,
            count(
                case
                    when tiers.movement = 'lapsed' then 1
                end
            ) as lapsed_customers,
            count(
                case
                    when tiers.movement in ('down', 'lapsed') then 1
                end
            ) as fallen_customers
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    ),
    compared as (
        select
            buyers.moved_up_customers,
            buyers.moved_down_customers,
            buyers.lapsed_customers,
            buyers.fallen_customers
        from
            buyers
            cross join marts.revenue_totals as totals
        where
            buyers.prior_customers > 0
            and totals.is_prior_complete
    ),
    profits as (
        select
            count(profit) as profit_customers,
            count(
                case
                    when profit_reason = 'margin not known' then 1
                end
            ) as unknown_profit_customers,
            sum(margin) as margin,
            sum(
                case
                    when profit is not null then cost_to_serve
                end
            ) as cost_to_serve,
            coalesce(sum(prior_cost_to_serve), 0) as prior_cost_to_serve,
            sum(profit) as profit,
            count(
                case
                    when profit_class = 'good' then 1
                end
            ) as good_customers,
            count(
                case
                    when profit_class = 'bad' then 1
                end
            ) as bad_customers,
            sum(
                case
                    when profit < 0 then - profit
                    else 0
                end
            ) as lost_profit
        from
            marts.customer_profits
    ),
    idle as (
        select
            count(*) as customers
        from
            marts.customer_profits as profits
            inner join marts.customers as customers on profits.customer_id = customers.customer_id
        where
            customers.current_orders = 0
            and (
                profits.profit is not null
                or profits.profit_reason = 'margin not known'
            )
    ),
    -- From when on the costs taken off are on record: each kind of them, for one that begins later would lower profit.
    first_costs as (
        select
            kind,
            min(cost_date) as first_date
        from
            staging.stg_costs
        where
            customer_id is not null
            and kind in ('service', 'retention')
        group by
            kind
        union all
        select
            'ticket',
            min(tickets.opened_at)::date
        from
            staging.stg_tickets as tickets
            cross join run.settings as settings
        where
            tickets.cost is not null
            and settings.value_ticket_cost = 'apart'
    ),
    cost_history as (
        select
            max(first_date) as start_date
        from
            first_costs
    ),
    profit_comparison as (
        select
            case
                when profits.profit is null then null
                when not totals.is_prior_complete then totals.change_reason
                when profits.unknown_profit_customers > 0
                or totals.prior_margin is null then 'the margin of some orders is not known'
                when cost_history.start_date > totals.prior_start_date + settings.composition_history_slack_days then 'costs are not on record for the whole prior window'
            end as reason,
            case
                when profits.profit is not null
                and reason is null then totals.prior_margin - profits.prior_cost_to_serve
            end::decimal(18, 4) as prior_profit
        from
            profits
            cross join marts.revenue_totals as totals
            cross join cost_history
            cross join run.settings as settings
    ),
    bookings as (
        select
            costs.kind,
            case
                when costs.customer_id is null
                and costs.cost_date > settings.as_of_date - settings.analysis_window_days then costs.amount
                else 0
            end as unallocated_amount
        from
            staging.stg_costs as costs
            cross join run.settings as settings
    ),
    -- NULL where no cost of the kind is supplied at all.
    unallocated as (
        select
            sum(
                case
                    when kind in ('service', 'retention') then unallocated_amount
                end
            )::decimal(18, 4) as cost,
            sum(
                case
                    when kind = 'acquisition' then unallocated_amount
                end
            )::decimal(18, 4) as acquisition_cost
        from
            bookings
    )
select
    settings.value_measure as measure,
    buyers.customers::integer as customers,
    buyers.unranked_customers::integer as unranked_customers,
    key_tier.tier as key_tier,
    key_tier.customers as key_customers,
    key_tier.revenue as key_revenue,
    key_tier.revenue_share as key_revenue_share,
    key_tier.prior_customers as key_prior_customers,
    key_tier.kept_customers as key_kept_customers,
    key_tier.retained_customers as key_retained_customers,
    key_tier.fallen_customers as key_fallen_customers,
    key_tier.fallen_revenue_change as key_fallen_revenue_change,
    compared.moved_up_customers::integer as moved_up_customers,
    compared.moved_down_customers::integer as moved_down_customers,
    compared.lapsed_customers::integer as lapsed_customers,
    compared.fallen_customers::integer as fallen_customers,
    case
        when not totals.is_prior_complete then totals.change_reason
        when buyers.prior_customers = 0 then 'nobody is ranked in the prior window'
    end as prior_reason,
    profits.margin::decimal(18, 4) as margin,
    profits.cost_to_serve::decimal(18, 4) as cost_to_serve,
    profits.profit::decimal(18, 4) as profit,
    profit_comparison.prior_profit,
    (profits.profit - profit_comparison.prior_profit)::decimal(18, 4) as profit_change,
    case
        when profit_comparison.prior_profit > 0 then safe_div(profits.profit - profit_comparison.prior_profit, profit_comparison.prior_profit)
    end as profit_change_rate,
    profit_comparison.reason as profit_change_reason,
    unallocated.cost as unallocated_cost,
    (profits.profit - coalesce(unallocated.cost, 0))::decimal(18, 4) as profit_after_unallocated,
    unallocated.acquisition_cost as unallocated_acquisition_cost,
    case
        when profits.profit is not null
        and profits.cost_to_serve is null then 'no cost to serve is booked by customer: profit is margin'
    end as cost_reason,
    case
        when profits.profit is not null then profits.good_customers
    end::integer as good_customers,
    case
        when profits.profit is not null then profits.bad_customers
    end::integer as bad_customers,
    case
        when profits.profit is not null then profits.lost_profit
    end::decimal(18, 4) as lost_profit,
    peak.customers as peak_customers,
    peak.customers_share as peak_customers_share,
    peak.cumulative_profit as peak_profit,
    peak.profit_share as peak_profit_share,
    profits.profit_customers::integer as profit_customers,
    profits.unknown_profit_customers::integer as unknown_profit_customers,
    idle.customers::integer as idle_customers
from
    run.settings as settings
    cross join buyers
    cross join profits
    cross join idle
    cross join unallocated
    cross join profit_comparison
    cross join marts.revenue_totals as totals
    left join compared on true
    left join marts.value_by_tier as key_tier on key_tier.position = 1
    left join marts.whale_curve_points as peak on peak.is_peak
where
    buyers.customers > 0
    or buyers.prior_customers > 0
    or profits.profit is not null
