-- One row per run with customers that are followed: what the curves rest on.
-- columns:
--   customers          Customers followed [customers]
--   compared           Those in the curves [customers]
--   unknown_customers  Those of whom it is not known whether they are new, and that are left out of the curves [customers]
--   earlier_customers  Those in the curves that were customers before the record begins [customers]
--   is_start_unknown   Whether the curves hold such customers, for there are few others
--   horizon_days       A customer without an order for longer than this is lost [days]
select
    count(*)::integer as customers,
    count(
        case
            when lifetimes.is_compared then 1
        end
    )::integer as compared,
    count(
        case
            when not lifetimes.is_compared then 1
        end
    )::integer as unknown_customers,
    count(
        case
            when lifetimes.is_compared
            and lifetimes.entry_days > 0 then 1
        end
    )::integer as earlier_customers,
    bool_or(
        lifetimes.is_compared
        and not lifetimes.is_start_known
    ) as is_start_unknown,
    max(horizons.days)::integer as horizon_days
from
    marts.customer_lifetimes as lifetimes
    cross join marts.lost_after as horizons
having
    count(*) > 0
order by
    customers
