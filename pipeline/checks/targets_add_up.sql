-- Bad rows: owners whose goals or actions do not add up to all, goals that are reviewed twice or never, and actions that no goal counts
-- severity: error
-- fix: compare marts.goals_by_owner, marts.goal_reviews and marts.target_actions with staging.stg_targets and staging.stg_actions
with
    owners as (
        select
            sum(
                case
                    when dimension = 'owner' then goals
                    else 0
                end
            ) as goals,
            sum(
                case
                    when dimension = 'owner' then actions
                    else 0
                end
            ) as actions,
            sum(
                case
                    when dimension = 'all' then goals
                    else 0
                end
            ) as all_goals,
            sum(
                case
                    when dimension = 'all' then actions
                    else 0
                end
            ) as all_actions
        from
            marts.goals_by_owner
    ),
    set_goals as (
        select
            count(distinct goal) as goals
        from
            staging.stg_targets
    ),
    reviewed as (
        select
            count(*) as goals,
            coalesce(sum(actions), 0) as actions
        from
            marts.goal_reviews
    ),
    taken as (
        select
            count(
                case
                    when status <> 'dropped' then 1
                end
            ) as actions,
            count(
                case
                    when status <> 'dropped'
                    and is_goal_known then 1
                end
            ) as goal_actions
        from
            marts.target_actions
    ),
    compared as (
        select
            'goals of the owners' as part,
            coalesce(goals, 0) as found,
            coalesce(all_goals, 0) as expected
        from
            owners
        union all
        select
            'goals of all owners',
            coalesce(owners.all_goals, 0),
            set_goals.goals
        from
            owners
            cross join set_goals
        union all
        select
            'goals under review',
            reviewed.goals,
            set_goals.goals
        from
            reviewed
            cross join set_goals
        union all
        select
            'actions of the owners',
            coalesce(owners.actions, 0),
            taken.actions
        from
            owners
            cross join taken
        union all
        select
            'actions of all owners',
            coalesce(owners.all_actions, 0),
            taken.actions
        from
            owners
            cross join taken
        union all
        select
            'actions of the goals',
            reviewed.actions,
            taken.goal_actions
        from
            reviewed
            cross join taken
    )
select
    part,
    found,
    expected
from
    compared
where
    found is distinct from expected
