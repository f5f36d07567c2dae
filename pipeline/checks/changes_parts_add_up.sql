-- Bad rows: changes since the last run that do not add up: groups to their figure, customers to those of both runs
-- severity: error
-- fix: compare the two sums of the row, each by a query of its own
with
    sums as (
        select
            wholes.figure || ' by ' || parts.dimension as what,
            sum(coalesce(parts.now, 0)) - sum(coalesce(parts.before, 0)) as parts,
            wholes.change as whole
        from
            marts.figure_changes as wholes
            inner join marts.figure_changes as parts on wholes.figure = parts.figure
            and parts.dimension <> 'all'
        where
            wholes.dimension = 'all'
            and wholes.change is not null
        group by
            wholes.figure,
            wholes.change,
            parts.dimension
        having
            -- A dimension that one run alone has is compared with nothing.
            count(parts.now) > 0
            and count(parts.before) > 0
        union all
        select
            'customers of now',
            customers + came_customers,
            (
                select
                    count(*)
                from
                    marts.customers
            )
        from
            marts.change_totals
        union all
        select
            'customers of the last run',
            customers + went_customers,
            (
                select
                    count(*)
                from
                    run.last_customer_standings
            )
        from
            marts.change_totals
        union all
        select
            'steps by ' || moves.attribute,
            sum(moves.customers),
            (
                select
                    count(*)
                from
                    marts.customer_changes as changes
                where
                    changes.attribute = moves.attribute
            )
        from
            marts.standing_moves as moves
        where
            moves.attribute <> 'customer'
        group by
            moves.attribute
    )
select
    what,
    parts,
    whole
from
    sums
where
    abs(parts - whole) > 0.01
order by
    what
