-- One row per person and action: how many entries of the list are theirs; the person with most entries first.
select
    person_place,
    owner,
    action,
    entries,
    owner_entries
from
    marts.action_owners
order by
    person_place,
    position
