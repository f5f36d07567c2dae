-- One row per project, saying what revenue and margin of personal groups are rounded to. The revenue of each customer stands on the site, though not who
-- it is: with exact sums of an age or a town it could be found which customers add up to them. The step is the largest of 1, 2
-- and 5, times a power of ten, that is no more than the mean revenue of the consumers who bought in the window, or in that before where nobody did; no row where
-- that is not positive, or where composition.min_personal_customers is 1.
-- key: none
-- columns:
--   step  Revenue and margin are rounded to a multiple of it [reporting currency]
-- checks:
--   the step is above 0: step > 0
with
    means as (
        select
            coalesce(
                safe_div(sum(current_revenue), count(current_revenue)),
                safe_div(sum(prior_revenue), count(prior_revenue))
            ) as mean
        from
            marts.customers
        where
            kind = 'consumer'
    ),
    scaled as (
        select
            mean,
            power(10, floor(log10(mean))) as magnitude
        from
            means
        where
            mean > 0
    )
select
    (
        magnitude * case
            when mean >= 5 * magnitude then 5
            when mean >= 2 * magnitude then 2
            else 1
        end
    )::decimal(18, 4) as step
from
    scaled
    cross join run.settings as settings
where
    settings.composition_min_personal_customers > 1
    and mean >= 0.0001
