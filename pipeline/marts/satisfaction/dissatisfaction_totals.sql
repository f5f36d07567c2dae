-- One row per run with a survey answer or a complaint: how many customers of satisfaction.attention_tiers, in this window or the one
-- before, are dissatisfied, came to be so in the current window, or were and are no longer.
-- key: none
-- columns:
--   attention_customers  Customers of these tiers [customers]
--   open_customers       Those of them that are dissatisfied [customers]
--   open_value           Sum of the greater of their revenues in the two windows [reporting currency]
--   longest_days         Days since which the longest is; NULL without any [days]
--   median_days          Median of the days since which they are; NULL without any [days]
--   came_customers       Dissatisfied since a day of the current window [customers]
--   resolved_customers   Dissatisfied until a day of the current window, and not now [customers]
--   resolved_median_days  Median of the days that it took them, the last time of each; NULL without any [days]
-- checks:
--   no more are dissatisfied than there are: open_customers <= attention_customers
--   who came lately is among them: came_customers <= open_customers
with
    attention as (
        select
            count(distinct tiers.customer_id) as customers
        from
            marts.customer_tiers as tiers
            inner join run.satisfaction_attention_tiers as names on tiers.tier = names.value
            or tiers.prior_tier = names.value
    ),
    opened as (
        select
            count(*) as customers,
            sum(listed.value) as value,
            max(listed.days) as longest_days,
            quantile_cont(listed.days::double, 0.5) as median_days,
            count(
                case
                    when listed.days < settings.analysis_window_days then 1
                end
            ) as came_customers
        from
            marts.dissatisfied_customers as listed
            cross join run.settings as settings
    ),
    endings as (
        select
            times.customer_id,
            times.days,
            row_number() over (
                partition by
                    times.customer_id
                order by
                    times.since_date desc
            ) as place
        from
            marts.dissatisfactions as times
            cross join run.settings as settings
        where
            times.is_listed
            and times.resolved_date > settings.as_of_date - settings.analysis_window_days
            and times.customer_id not in (
                select
                    customer_id
                from
                    marts.dissatisfied_customers
            )
    ),
    resolved as (
        select
            count(*) as customers,
            quantile_cont(days::double, 0.5) as median_days
        from
            endings
        where
            place = 1
    )
select
    attention.customers::integer as attention_customers,
    opened.customers::integer as open_customers,
    coalesce(opened.value, 0)::decimal(18, 4) as open_value,
    opened.longest_days::integer as longest_days,
    opened.median_days,
    opened.came_customers::integer as came_customers,
    resolved.customers::integer as resolved_customers,
    resolved.median_days as resolved_median_days
from
    attention
    cross join opened
    cross join resolved
where
    exists (
        select
            1
        from
            marts.survey_forms
        where
            is_answered
    )
    or exists (
        select
            1
        from
            staging.stg_tickets
        where
            kind = 'complaint'
    )
