-- One row per run that knows of one before it: how many customers stand elsewhere than then, and who came and went.
select
    before_date,
    customers,
    moved_customers,
    worse_customers,
    worse_at_stake,
    better_customers,
    better_at_stake,
    came_customers,
    came_at_stake,
    went_customers,
    went_at_stake
from
    marts.change_totals
order by
    before_date
