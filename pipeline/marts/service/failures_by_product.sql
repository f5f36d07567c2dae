-- One row per product that was ordered, returned or complained of in the current window: what failed with it.
-- Late is not counted here, for a product does not come late by itself. What fails now is told from the last service.recent_months complete
-- months. It fails clearly more than others then if chance, which puts as many failures to it as so many lines usually have, would
-- give any of the products that many no more often than 1 less prediction.confidence: by the bound of H. Chernoff (Annals of Mathematical
-- Statistics 23, 1952) for a Poisson number, times the products, for the worst of many always looks bad.
-- key: product_id
-- columns:
--   product_id       Product; unknown where lines, returns or complaints name none
--   name             Name of the product
--   category         Category
--   place            Place by failures beyond what is usual, from 1; NULL for unknown, which is no product
--   lines            Lines with units [lines]
--   known_lines      Lines of which it is known what left [lines]
--   short_lines      Short lines [lines]
--   awaited_lines    Those whose rest is awaited [lines]
--   line_fill_rate   Filled of the known lines [0 to 1]
--   backorder_days   Mean days until the rest left; NULL without one that did [days]
--   returns          Returns of it [returns]
--   complaints       Complaints about it [complaints]
--   ticket_cost      What its complaints and requests cost; NULL where that is not known [reporting currency]
--   failures         Short lines, returns and complaints [cases]
--   excess_failures  Failures beyond what so many lines have of all products; NULL without lines of any [cases]
--   failures_per_100_lines  Failures by lines, times 100; NULL without lines [per 100 lines]
--   customers        Customers hit [customers]
--   recent_lines     Lines of the last months [lines]
--   recent_short_lines  Short lines of them [lines]
--   recent_returns   Returns of the last months [returns]
--   recent_complaints  Complaints of the last months [complaints]
--   recent_failures  All three [cases]
--   recent_excess_failures  Those beyond what so many lines have of all products then; NULL without lines of any [cases]
--   is_recent_clear  Whether that is more than chance explains
-- checks:
--   failures are the sum: failures = short_lines + returns + complaints
--   what is awaited is short: awaited_lines <= short_lines
with
    recents as (
        select
            min(month) as from_date,
            max(month_end) as until_date
        from
            (
                select
                    month,
                    month_end,
                    row_number() over (
                        order by
                            month desc
                    ) as back
                from
                    marts.month_ends
                where
                    is_complete
            ) as months
            cross join run.settings as settings
        where
            months.back <= settings.service_recent_months
    ),
    line_counts as (
        select
            coalesce(product_id, 'unknown') as product_id,
            count(*) as lines,
            count(filled_quantity) as known_lines,
            count(
                case
                    when state = 'filled' then 1
                end
            ) as filled_lines,
            count(
                case
                    when state = 'short' then 1
                end
            ) as short_lines,
            count(
                case
                    when is_awaited then 1
                end
            ) as awaited_lines,
            avg(backorder_days::decimal(18, 4)) as backorder_days,
            count(
                case
                    when order_date between recents.from_date and recents.until_date then 1
                end
            ) as recent_lines,
            count(
                case
                    when state = 'short'
                    and order_date between recents.from_date and recents.until_date then 1
                end
            ) as recent_short_lines
        from
            marts.line_fills
            cross join recents
        where
            period = 'current'
        group by
            coalesce(product_id, 'unknown')
    ),
    came_back as (
        select
            coalesce(returns.product_id, 'unknown') as product_id,
            returns.customer_id,
            returns.return_date
        from
            staging.stg_returns as returns
            inner join marts.customers as customers on returns.customer_id = customers.customer_id
            cross join run.settings as settings
        where
            returns.return_date <= settings.as_of_date
            and returns.return_date > settings.as_of_date - settings.analysis_window_days
    ),
    return_counts as (
        select
            product_id,
            count(*) as returns,
            count(
                case
                    when return_date between recents.from_date and recents.until_date then 1
                end
            ) as recent_returns
        from
            came_back
            cross join recents
        group by
            product_id
    ),
    ticket_counts as (
        select
            coalesce(product_id, 'unknown') as product_id,
            count(
                case
                    when kind = 'complaint' then 1
                end
            ) as complaints,
            count(
                case
                    when kind = 'complaint'
                    and opened_date between recents.from_date and recents.until_date then 1
                end
            ) as recent_complaints,
            sum(cost) as ticket_cost
        from
            marts.service_tickets
            cross join recents
        where
            period = 'current'
        group by
            coalesce(product_id, 'unknown')
    ),
    hit as (
        select
            coalesce(product_id, 'unknown') as product_id,
            customer_id
        from
            marts.line_fills
        where
            period = 'current'
            and state = 'short'
        union
        select
            product_id,
            customer_id
        from
            came_back
        union
        select
            coalesce(product_id, 'unknown'),
            customer_id
        from
            marts.service_tickets
        where
            period = 'current'
            and kind = 'complaint'
    ),
    hit_counts as (
        select
            product_id,
            count(*) as customers
        from
            hit
        group by
            product_id
    ),
    names as (
        select
            product_id
        from
            line_counts
        union
        select
            product_id
        from
            return_counts
        union
        select
            product_id
        from
            ticket_counts
    ),
    counts as (
        select
            names.product_id,
            products.name,
            products.category,
            coalesce(line_counts.lines, 0) as lines,
            coalesce(line_counts.known_lines, 0) as known_lines,
            coalesce(line_counts.filled_lines, 0) as filled_lines,
            coalesce(line_counts.short_lines, 0) as short_lines,
            coalesce(line_counts.awaited_lines, 0) as awaited_lines,
            line_counts.backorder_days,
            coalesce(return_counts.returns, 0) as returns,
            coalesce(ticket_counts.complaints, 0) as complaints,
            ticket_counts.ticket_cost,
            coalesce(hit_counts.customers, 0) as customers,
            coalesce(line_counts.recent_lines, 0) as recent_lines,
            coalesce(line_counts.recent_short_lines, 0) as recent_short_lines,
            coalesce(return_counts.recent_returns, 0) as recent_returns,
            coalesce(ticket_counts.recent_complaints, 0) as recent_complaints,
            coalesce(line_counts.recent_short_lines, 0) + coalesce(return_counts.recent_returns, 0) + coalesce(ticket_counts.recent_complaints, 0) as recent_failures,
            coalesce(line_counts.short_lines, 0) + coalesce(return_counts.returns, 0) + coalesce(ticket_counts.complaints, 0) as failures
        from
            names
            left join staging.stg_products as products on names.product_id = products.product_id
            left join line_counts on names.product_id = line_counts.product_id
            left join return_counts on names.product_id = return_counts.product_id
            left join ticket_counts on names.product_id = ticket_counts.product_id
            left join hit_counts on names.product_id = hit_counts.product_id
    ),
    usual as (
        select
            safe_div(sum(failures), sum(lines)) as failures_per_line,
            safe_div(sum(recent_failures), sum(recent_lines)) as recent_failures_per_line,
            count(*) as products
        from
            counts
        where
            product_id <> 'unknown'
    ),
    judged as (
        select
            counts.*,
            usual.products,
            counts.failures - counts.lines * usual.failures_per_line as excess_failures,
            counts.recent_lines * usual.recent_failures_per_line as recent_usual_failures
        from
            counts
            cross join usual
    )
select
    product_id,
    name,
    category,
    case
        when product_id <> 'unknown' then row_number() over (
            partition by
                product_id = 'unknown'
            order by
                excess_failures desc nulls last,
                failures desc,
                product_id
        )
    end::integer as place,
    lines::integer as lines,
    known_lines::integer as known_lines,
    short_lines::integer as short_lines,
    awaited_lines::integer as awaited_lines,
    safe_div(filled_lines, known_lines) as line_fill_rate,
    backorder_days,
    returns::integer as returns,
    complaints::integer as complaints,
    ticket_cost::decimal(18, 4) as ticket_cost,
    failures::integer as failures,
    excess_failures,
    100 * safe_div(failures, lines) as failures_per_100_lines,
    customers::integer as customers,
    recent_lines::integer as recent_lines,
    recent_short_lines::integer as recent_short_lines,
    recent_returns::integer as recent_returns,
    recent_complaints::integer as recent_complaints,
    recent_failures::integer as recent_failures,
    recent_failures - recent_usual_failures as recent_excess_failures,
    coalesce(
        product_id <> 'unknown'
        and recent_failures > recent_usual_failures
        and products * exp(
            recent_failures - recent_usual_failures - recent_failures * ln(greatest(recent_failures, 1)::double / nullif(recent_usual_failures, 0))
        ) <= 1 - settings.prediction_confidence::double,
        false
    ) as is_recent_clear
from
    judged
    cross join run.settings as settings
