-- One row per tier, tier before, movement and profit class that customers of a cell have. Every customer is in one row, and
-- all figures add up: to value_by_tier, tier_migrations and profit_by_class. Margin and profit are not known of the
-- customers whose profit class says so, and left out of the sums.
-- key: tier, prior_tier, profit_class, cell
-- columns:
--   tier                       Tier in the current window, or: no purchase, never bought, margin not known
--   prior_tier                 Tier in the prior window, or: no purchase, not yet a customer, margin not known
--   movement                   up, down, same, new, returned or lapsed, see customer_tiers; NULL where it is none of them
--   profit_class               good, marginal or bad, or: margin not known, no purchase and no cost
--   cell                       Cell of the customers, see cells
--   customers                  Customers [customers]
--   orders                     Orders in the current window [orders]
--   revenue                    Revenue in the current window [reporting currency]
--   prior_revenue              Revenue in the window before [reporting currency]
--   margin                     Margin in the current window [reporting currency]
--   prior_margin               Margin in the window before, of the customers that it is known of [reporting currency]
--   prior_unmargined_customers  Customers whose margin in the window before is not known [customers]
--   cost_to_serve              Cost to serve in the current window; NULL where no such cost is supplied [reporting currency]
--   profit                     Margin less cost to serve [reporting currency]
select
    coalesce(tiers.tier, tiers.tier_reason) as tier,
    coalesce(tiers.prior_tier, tiers.prior_tier_reason) as prior_tier,
    tiers.movement,
    coalesce(profits.profit_class, profits.profit_reason) as profit_class,
    cells.cell,
    count(*)::integer as customers,
    sum(customers.current_orders)::integer as orders,
    coalesce(sum(customers.current_revenue), 0)::decimal(18, 4) as revenue,
    coalesce(sum(customers.prior_revenue), 0)::decimal(18, 4) as prior_revenue,
    coalesce(sum(customers.current_margin), 0)::decimal(18, 4) as margin,
    coalesce(sum(customers.prior_margin), 0)::decimal(18, 4) as prior_margin,
    count(
        case
            when customers.prior_revenue is not null
            and customers.prior_margin is null then 1
        end
    )::integer as prior_unmargined_customers,
    sum(profits.cost_to_serve)::decimal(18, 4) as cost_to_serve,
    coalesce(sum(profits.profit), 0)::decimal(18, 4) as profit
from
    marts.customers as customers
    inner join marts.customer_cells as cells on customers.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on customers.customer_id = profits.customer_id
group by
    coalesce(tiers.tier, tiers.tier_reason),
    coalesce(tiers.prior_tier, tiers.prior_tier_reason),
    tiers.movement,
    coalesce(profits.profit_class, profits.profit_reason),
    cells.cell
