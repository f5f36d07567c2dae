-- One row per cohort and period since that is over, by month and by the finest length of which states.cohort_periods hold the whole history.
-- Of cohorts and of periods since there are as many as the setting says at most, the latest and the first.
-- columns:
--   is_finest  Whether the length is that finest one
with
    spans as (
        select
            grain,
            count(distinct cohort) as cohorts,
            max(cohort) as last_cohort
        from
            marts.cohort_retention
        group by
            grain
    ),
    chosen as (
        select
            coalesce(
                max(
                    case
                        when spans.grain = 'month'
                        and spans.cohorts <= settings.states_cohort_periods then 'month'
                    end
                ),
                max(
                    case
                        when spans.grain = 'quarter'
                        and spans.cohorts <= settings.states_cohort_periods then 'quarter'
                    end
                ),
                'year'
            ) as grain
        from
            spans
            cross join run.settings as settings
    ),
    numbered as (
        select
            cohorts.*,
            dense_rank () over (
                partition by
                    cohorts.grain
                order by
                    cohorts.cohort desc
            ) as number
        from
            marts.cohort_retention as cohorts
    )
select
    numbered.grain,
    numbered.grain = chosen.grain as is_finest,
    numbered.cohort,
    numbered.age,
    numbered.period_end,
    numbered.customers,
    numbered.ordered,
    numbered.ordered_rate,
    numbered.ordered_rate_low,
    numbered.ordered_rate_high,
    numbered.active,
    numbered.active_rate,
    numbered.active_rate_low,
    numbered.active_rate_high,
    numbered.others_rate,
    numbered.stands_out
from
    numbered
    cross join chosen
    cross join run.settings as settings
where
    numbered.grain in ('month', chosen.grain)
    and numbered.number <= settings.states_cohort_periods
    and numbered.age <= settings.states_cohort_periods
order by
    numbered.grain,
    numbered.cohort,
    numbered.age
