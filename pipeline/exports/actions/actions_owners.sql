-- One row per person and action: how many entries of the list are theirs; the person with most entries first.
select
    owner,
    action,
    entries,
    owner_entries
from
    marts.action_owners
order by
    owner is null,
    owner_entries desc,
    owner,
    position
