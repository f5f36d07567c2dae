-- One row per attribute and step that customers took since the last run, those for the worse with most at stake first.
select
    attribute,
    before,
    now,
    direction,
    customers,
    at_stake
from
    marts.standing_moves
order by
    attribute,
    case direction
        when 'worse' then 1
        when 'better' then 2
        else 3
    end,
    at_stake desc nulls last,
    customers desc,
    before,
    now
