-- One row per run: what was read in all.
-- key: none
-- columns:
--   files               Input files, each once for each entity that it was read as
--   rows_read           Rows in them [rows]
--   rows_accepted       Rows that kept their contract [rows]
--   rows_quarantined    Rows refused, with their reasons in quarantine [rows]
--   order_rows_read     Rows read as orders or transactions [rows]
--   order_rows_lost     Rows of these that were refused and repeat no other: their revenue is in no figure, unless another row
--                       holds the same order [rows]
--   order_rows_repeated Rows of these that were refused for they repeat others: nothing is lost with them [rows]
--   order_lost_rate     Those lost by all rows read as orders or transactions [0 to 1]
--   order_revenue_lost  What they would have brought: the amounts of those in which these can be read, and the mean revenue of the
--                       orders and refunds that count for each other; an estimate, for a refused amount may be wrong; NULL where one
--                       cannot be read and no order counts [reporting currency]
--   values_quarantined  Values refused in rows that were accepted [values]
--   accepted_rate       Share of the rows that were accepted [0 to 1]
with
    totals as (
        select
            count(*)::integer as files,
            sum(rows_read)::bigint as rows_read,
            sum(rows_accepted)::bigint as rows_accepted,
            sum(rows_quarantined)::bigint as rows_quarantined,
            sum(
                case
                    when entity in ('orders', 'transactions') then rows_read
                end
            )::bigint as order_rows_read,
            sum(
                case
                    when entity in ('orders', 'transactions') then rows_lost
                end
            )::bigint as order_rows_lost,
            sum(
                case
                    when entity in ('orders', 'transactions') then rows_repeated
                end
            )::bigint as order_rows_repeated,
            sum(
                case
                    when entity in ('orders', 'transactions') then rows_valued
                end
            )::bigint as order_rows_valued,
            sum(
                case
                    when entity in ('orders', 'transactions') then amount_lost
                end
            ) as order_amount_lost,
            sum(values_quarantined)::bigint as values_quarantined
        from
            marts.read_files
    ),
    orders as (
        select
            safe_div(sum(revenue), count(*)) as mean_revenue
        from
            marts.orders
    )
select
    files,
    rows_read,
    rows_accepted,
    rows_quarantined,
    order_rows_read,
    order_rows_lost,
    order_rows_repeated,
    safe_div(order_rows_lost, order_rows_read) as order_lost_rate,
    case
        when order_rows_lost = order_rows_valued then coalesce(order_amount_lost, 0)
        else coalesce(order_amount_lost, 0) + (order_rows_lost - order_rows_valued) * orders.mean_revenue
    end::decimal(18, 4) as order_revenue_lost,
    values_quarantined,
    safe_div(rows_accepted, rows_read) as accepted_rate
from
    totals
    cross join orders
