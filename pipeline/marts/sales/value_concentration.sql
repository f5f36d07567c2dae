-- One row per measure of value: how much of it hangs on single account managers.
-- What is held is that of the customers whose file names an account manager; the rest hangs on nobody, and stands apart. The index of
-- Herfindahl and Hirschman (HHI) is the sum of the squared shares of what is held: 1 where one person holds all, 1 by n where n people hold
-- as much each. Its reciprocal is the number of people that as equal a distribution would have. Where anyone holds less than nothing there are no shares.
-- key: measure
-- columns:
--   measure            revenue, margin or key customers, of the current window
--   total              Of the company; NULL where it is not known [reporting currency, or customers]
--   held               Of customers with an account manager; NULL where that of anyone is not known [reporting currency, or customers]
--   held_share         Share of the total that is held; NULL where the total is not positive
--   holders            Account managers who hold customers [persons]
--   top_owner          Who holds most; of equals the first by name; NULL where nobody holds anything, or what anyone holds is not known
--   top_value          What that person holds [reporting currency, or customers]
--   top_share          Share of the total [0 to 1]
--   hhi                Index of what is held; NULL with a reason
--   effective_holders  People who hold equal parts and have the same index [persons]
--   reason             Why there is no index: no account managers, not known, nothing held, someone holds less than nothing
-- checks:
--   there is an index or a reason: (hhi is null) = (reason is not null)
--   the index lies between an even share and 1: hhi is null or (hhi <= 1 + 1e-9 and hhi * holders >= 1 - 1e-9)
with
    measured as (
        select
            groups.dimension,
            groups.group_value as owner,
            groups.has_value,
            groups.customers,
            measures.measure,
            case measures.measure
                when 'revenue' then groups.held_revenue
                when 'margin' then groups.held_margin
                else groups.key_customers
            end::double as value
        from
            marts.sales_by_group as groups
            cross join (
                select
                    unnest(['revenue', 'margin', 'key customers']) as measure
            ) as measures
    ),
    company as (
        select
            measure,
            value as total
        from
            measured
        where
            dimension = 'all'
    ),
    held as (
        select
            measure,
            owner,
            value,
            row_number() over (
                partition by
                    measure
                order by
                    value desc nulls last,
                    owner
            ) as place
        from
            measured
        where
            dimension = 'owner'
            and has_value
            and customers > 0
    ),
    sums as (
        select
            measure,
            count(*) as holders,
            count(value) as known_holders,
            min(value) as least,
            sum(
                value
                order by
                    owner
            ) as held,
            sum(
                value * value
                order by
                    owner
            ) as squares
        from
            held
        group by
            measure
    ),
    judged as (
        select
            company.measure,
            company.total,
            case
                when sums.known_holders = sums.holders then sums.held
            end as held,
            coalesce(sums.holders, 0) as holders,
            sums.squares,
            case
                when coalesce(sums.holders, 0) = 0 then 'no account managers'
                when sums.known_holders < sums.holders then 'not known'
                when sums.least < 0 then 'someone holds less than nothing'
                when sums.held = 0 then 'nothing held'
            end as reason
        from
            company
            left join sums on company.measure = sums.measure
    )
select
    judged.measure,
    judged.total,
    judged.held,
    case
        when judged.total > 0 then safe_div(judged.held, judged.total)
    end as held_share,
    judged.holders::integer as holders,
    case
        when judged.held is not null
        and held.value > 0 then held.owner
    end as top_owner,
    case
        when judged.held is not null
        and held.value > 0 then held.value
    end as top_value,
    case
        when judged.held is not null
        and held.value > 0
        and judged.total > 0 then safe_div(held.value, judged.total)
    end as top_share,
    case
        when judged.reason is null then safe_div(judged.squares, judged.held * judged.held)
    end as hhi,
    case
        when judged.reason is null then safe_div(judged.held * judged.held, judged.squares)
    end as effective_holders,
    judged.reason
from
    judged
    left join held on judged.measure = held.measure
    and held.place = 1
