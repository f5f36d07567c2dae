-- One row per person and action: how many customers or prospects of theirs it is recommended for. Entries that
-- nobody is named for stand together, without an owner.
-- key: owner, action
-- columns:
--   owner          Who is to do it; NULL for entries that nobody is named for
--   action         Name of the list, see action_lists
--   position       Order of the lists, from the most pressing
--   entries        Customers, or prospects, in it that are theirs
--   owner_entries  Entries of all lists that are theirs
-- checks:
--   who stands here has entries: entries > 0
select
    owner,
    action,
    position,
    count(*)::integer as entries,
    sum(count(*)) over (
        partition by
            owner
    )::integer as owner_entries
from
    marts.action_lists
group by
    owner,
    action,
    position
