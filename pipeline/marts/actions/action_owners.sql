-- One row per person and action: how many customers or prospects of theirs it is recommended for. Entries that nobody is named for stand
-- together, last, without an owner.
-- key: person_place, action
-- columns:
--   person_place   Place of the person, from 1: by entries
--   owner          Who is to do it; NULL for entries that nobody is named for
--   action         Name of the list, see action_lists
--   position       Order of the lists, from the most pressing
--   entries        Customers, or prospects, in it that are theirs
--   owner_entries  Entries of all lists that are theirs
-- checks:
--   who stands here has entries: entries > 0
with
    people as (
        select
            owner,
            count(*)::integer as owner_entries,
            (
                row_number() over (
                    order by
                        owner is null,
                        count(*) desc,
                        owner
                )
            )::integer as person_place
        from
            marts.action_lists
        group by
            owner
    )
select
    people.person_place,
    people.owner,
    lists.action,
    lists.position,
    count(*)::integer as entries,
    people.owner_entries
from
    marts.action_lists as lists
    inner join people on lists.owner is not distinct from people.owner
group by
    people.person_place,
    people.owner,
    lists.action,
    lists.position,
    people.owner_entries
