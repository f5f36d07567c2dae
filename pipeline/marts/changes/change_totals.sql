-- One row per run that knows of one before it: how many customers stand elsewhere, for better or worse, and who came and went. A
-- customer counts once, see changed_customers. The last run is everywhere the last good one of an earlier as-of day, so that a second
-- build on a day still says what changed since the day before.
-- key: none
-- columns:
--   before_date       Day that the last run looked from
--   customers         Customers of both runs [customers]
--   moved_customers   Those of them that stand elsewhere [customers]
--   worse_customers   Those with a step for the worse [customers]
--   worse_at_stake    What is at stake with them; NULL where it is not known of any [reporting currency]
--   better_customers  Those with steps for the better and none for the worse [customers]
--   better_at_stake   What is at stake with them; NULL likewise [reporting currency]
--   came_customers    Customers that are new on record [customers]
--   came_at_stake     Their revenue in the current window; NULL likewise [reporting currency]
--   went_customers    Customers that are on record no more [customers]
--   went_at_stake     Their revenue in the window of the last run; NULL likewise [reporting currency]
-- checks:
--   no more moved than there were: moved_customers <= customers
--   better and worse are among those that moved: worse_customers + better_customers <= moved_customers
with
    last_day as (
        select
            max(as_of_date) as before_date
        from
            run.last_headline_figures
    ),
    compared as (
        select
            count(*)::integer as customers
        from
            marts.customer_standings as standings
            inner join run.last_customer_standings as last_standings on standings.customer_id = last_standings.customer_id
    ),
    moved as (
        select
            count(*)::integer as moved_customers,
            count(
                case
                    when direction = 'worse' then 1
                end
            )::integer as worse_customers,
            -- In decimals: a sum of doubles would depend on their order.
            sum(
                case
                    when direction = 'worse' then at_stake::decimal(18, 4)
                end
            )::double as worse_at_stake,
            count(
                case
                    when direction = 'better' then 1
                end
            )::integer as better_customers,
            sum(
                case
                    when direction = 'better' then at_stake::decimal(18, 4)
                end
            )::double as better_at_stake
        from
            marts.changed_customers
    ),
    others as (
        select
            coalesce(
                sum(
                    case
                        when direction = 'came' then customers
                    end
                ),
                0
            )::integer as came_customers,
            max(
                case
                    when direction = 'came' then at_stake
                end
            ) as came_at_stake,
            coalesce(
                sum(
                    case
                        when direction = 'went' then customers
                    end
                ),
                0
            )::integer as went_customers,
            max(
                case
                    when direction = 'went' then at_stake
                end
            ) as went_at_stake
        from
            marts.standing_moves
    )
select
    last_day.before_date,
    compared.customers,
    moved.moved_customers,
    moved.worse_customers,
    moved.worse_at_stake,
    moved.better_customers,
    moved.better_at_stake,
    others.came_customers,
    others.came_at_stake,
    others.went_customers,
    others.went_at_stake
from
    last_day
    cross join compared
    cross join moved
    cross join others
where
    last_day.before_date is not null
