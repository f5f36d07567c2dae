-- Bad rows: figures of goals over the window analysed that differ from what the page of the subject shows
-- severity: error
-- fix: the formula of the metric in marts.target_values has to be that of the mart named
with
    windows as (
        select
            figures.metric,
            figures.value
        from
            marts.target_values as figures
            cross join run.settings as settings
        where
            figures.last_day = settings.as_of_date
            and figures.first_day = settings.as_of_date - settings.analysis_window_days + 1
            and figures.value is not null
    ),
    shown as (
        select
            'marts.service_performance' as mart,
            metrics.metric,
            case performance.unit
                when 'per 100 orders' then safe_div(performance.value, 100)
                else performance.value
            end as value
        from
            marts.service_performance as performance
            inner join marts.target_metrics as metrics on performance.measure = metrics.service_measure
        union all
        select
            'marts.net_promoter_scores',
            'nps',
            score
        from
            marts.net_promoter_scores
        where
            span = 'window'
            and period = 'current'
            and dimension = 'all'
        union all
        select
            'marts.satisfaction_scores',
            'csat',
            satisfied_rate
        from
            marts.satisfaction_scores
        where
            span = 'window'
            and period = 'current'
            and dimension = 'all'
        union all
        select
            'marts.customers',
            'revenue',
            sum(current_revenue)::double
        from
            marts.customers
        union all
        select
            'marts.customers',
            'margin',
            sum(current_margin)::double
        from
            marts.customers
        union all
        select
            'marts.acquisition_by_channel',
            'acquisition_cost',
            cost_per_customer::double
        from
            marts.acquisition_by_channel
        where
            period = 'current'
            and dimension = 'all'
    )
select
    shown.mart,
    windows.metric,
    windows.value,
    shown.value as expected
from
    windows
    inner join shown on windows.metric = shown.metric
where
    abs(windows.value - shown.value) > 1e-6 * greatest(1, abs(shown.value))
