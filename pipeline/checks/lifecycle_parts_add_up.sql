-- Bad rows: parts of what is said of states that do not add up: states to customers, ways to states, cohorts to buyers, reasons to the lost
-- severity: error
-- fix: compare the two sums of the row, each by a query of its own
with
    today as (
        select
            month_end
        from
            marts.month_ends
            inner join run.settings as settings on month_ends.month_end = settings.as_of_date
    ),
    sums as (
        select
            'states and customers' as what,
            (
                select
                    sum(counts.customers)
                from
                    marts.states_by_month as counts
                    inner join today on counts.month_end = today.month_end
            ) as parts,
            (
                select
                    count(*)
                from
                    marts.customers
            ) as whole
        union all
        select
            'revenue of states and of customers',
            (
                select
                    sum(revenue)
                from
                    marts.states_today
            ),
            (
                select
                    sum(current_revenue)
                from
                    marts.customers
            )
        union all
        select
            'ways and customers',
            (
                select
                    sum(customers)
                from
                    marts.state_moves
            ),
            (
                select
                    count(*)
                from
                    marts.customers
            )
        union all
        select
            'cohorts that are over, and their buyers',
            (
                select
                    sum(customers)
                from
                    marts.cohort_retention
                where
                    grain = 'month'
                    and age = 0
            ),
            (
                select
                    count(*)
                from
                    marts.customers as customers
                    inner join marts.month_ends as months on date_trunc('month', customers.first_order_date)::date = months.month
                    and months.is_complete
            )
        union all
        select
            'lost customers and the state lost',
            (
                select
                    count(*)
                from
                    marts.lost_customers
            ),
            (
                select
                    sum(counts.customers)
                from
                    marts.states_by_month as counts
                    inner join today on counts.month_end = today.month_end
                where
                    counts.state = 'lost'
            )
        union all
        select
            'reasons and the lost of the span',
            (
                select
                    sum(customers)
                from
                    marts.lost_by_reason
            ),
            (
                select
                    max(coalesce(span_lost, lost))
                from
                    marts.lost_totals
            )
    )
select
    sums.what,
    sums.parts,
    sums.whole
from
    sums
    cross join today
where
    coalesce(sums.parts, 0) <> coalesce(sums.whole, 0)
    -- Of a record of one month there are no ways.
    and (
        sums.what <> 'ways and customers'
        or sums.parts is not null
    )
