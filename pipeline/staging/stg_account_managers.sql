-- One row per account manager on the list of the sales force, those who left or are to leave included.
-- key: owner
-- columns:
--   owner       Account manager, as customers, orders and leads name them
--   name        Name to show
--   team        Team
--   manager     Who leads the team
--   since_date  First day in the sales force
--   left_date   Last day in it; a day after the as-of date where notice has been given
select
    owner,
    coalesce(name, owner) as name,
    team,
    manager,
    since_date,
    left_date
from
    raw.account_managers
