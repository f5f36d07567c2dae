-- One row per person of the sales force: whom customers, orders or leads name, or the list of account managers.
-- Names are taken as they are written: two ways to write one name are two people. Orders and leads of the whole record count.
-- key: owner
-- columns:
--   owner      Account manager or sales person, as the files name them
--   name       Name to show
--   team       Team; NULL where the list names none
--   manager    Who leads the team
--   left_date  Last day in the sales force; NULL where none is known
--   status     here; notice given: the last day is still to come, or is the as-of date; left; not listed: the list of account
--              managers does not know the name; NULL where there is no list
with
    named as (
        select
            owner
        from
            marts.customers
        union
        select
            owner
        from
            marts.orders
        union
        select
            owner
        from
            staging.stg_leads
        union
        select
            owner
        from
            staging.stg_account_managers
    ),
    listed as (
        select
            count(*) as people
        from
            staging.stg_account_managers
    )
select
    named.owner,
    coalesce(managers.name, named.owner) as name,
    managers.team,
    managers.manager,
    managers.left_date,
    case
        when listed.people = 0 then null
        when managers.owner is null then 'not listed'
        when managers.left_date < settings.as_of_date then 'left'
        when managers.left_date is not null then 'notice given'
        else 'here'
    end as status
from
    named
    cross join listed
    cross join run.settings as settings
    left join staging.stg_account_managers as managers on named.owner = managers.owner
where
    named.owner is not null
