-- One row per headline figure of this run, and of revenue and buying customers one more per group of customers: as the next run will
-- compare them. Groups are those of revenue_by_group, but for dimensions that are personal or that customers move through by themselves
-- (years, tiers). A figure that the inputs do not give is left out.
-- key: figure, dimension, group_name, group_kind
-- columns:
--   figure           Name of the figure
--   dimension        What customers are divided by; all for the figure of all
--   group_name       Group of that; all for the figure of all
--   group_kind       value, folded or missing, see revenue_by_group; all for the figure of all
--   position         Order in which figures are told
--   unit             reporting currency, share, customers, orders, days or points
--   is_lower_better  Whether less is better
--   as_of_date       Day that the figure is of
--   value            Its value, in that unit; a share from 0 to 1
with
    figures as (
        select
            'revenue' as figure,
            1 as position,
            'reporting currency' as unit,
            false as is_lower_better,
            revenue::double as value
        from
            marts.revenue_totals
        union all
        select
            'margin',
            2,
            'reporting currency',
            false,
            margin::double
        from
            marts.revenue_totals
        union all
        select
            'orders',
            3,
            'orders',
            false,
            orders::double
        from
            marts.revenue_totals
        union all
        select
            'buying_customers',
            4,
            'customers',
            false,
            buying_customers::double
        from
            marts.revenue_totals
        union all
        select
            'active_customers',
            5,
            'customers',
            false,
            sum(customers)::double
        from
            marts.states_today
        where
            state in ('first-time', 'repeat', 'loyal')
        having
            count(*) > 0
        union all
        select
            'lost_customers',
            6,
            'customers',
            true,
            customers::double
        from
            marts.states_today
        where
            state = 'lost'
        union all
        select
            'profit',
            7,
            'reporting currency',
            false,
            profit::double
        from
            marts.value_figures
        union all
        select
            'overdue_amount',
            8,
            'reporting currency',
            true,
            overdue_amount::double
        from
            marts.solvency_totals
        union all
        select
            'overdue_share',
            9,
            'share',
            true,
            overdue_share::double
        from
            marts.solvency_totals
        union all
        select
            'dso_days',
            10,
            'days',
            true,
            dso_days::double
        from
            marts.solvency_totals
        union all
        select
            'weak_exposure',
            11,
            'reporting currency',
            true,
            weak_exposure::double
        from
            marts.solvency_totals
        union all
        select
            'net_promoter_score',
            12,
            'points',
            false,
            score::double
        from
            marts.net_promoter_scores
        where
            span = 'window'
            and period = 'current'
            and group_kind = 'all'
        union all
        select
            'satisfied_rate',
            13,
            'share',
            false,
            satisfied_rate::double
        from
            marts.satisfaction_scores
        where
            span = 'window'
            and period = 'current'
            and group_kind = 'all'
        union all
        select
            'dissatisfied_customers',
            14,
            'customers',
            true,
            open_customers::double
        from
            marts.dissatisfaction_totals
        union all
        select
            measure,
            14 + position::integer,
            unit,
            is_lower_better,
            value::double
        from
            marts.service_performance
        where
            measure in ('on_time_rate', 'perfect_order_rate')
    ),
    divided as (
        select
            groups.dimension,
            groups.group_name,
            groups.group_kind,
            groups.revenue::double as revenue,
            groups.buying_customers::double as buying_customers
        from
            marts.revenue_by_group as groups
            inner join marts.dimensions as dimensions on groups.dimension = dimensions.dimension
        where
            dimensions.level = 'customer'
            and not dimensions.is_moving
            and not dimensions.is_personal
            and groups.group_kind <> 'internal'
    ),
    parts as (
        select
            figures.figure,
            divided.dimension,
            divided.group_name,
            divided.group_kind,
            figures.position,
            figures.unit,
            figures.is_lower_better,
            case
                when figures.figure = 'revenue' then divided.revenue
                else divided.buying_customers
            end as value
        from
            figures
            cross join divided
        where
            figures.figure in ('revenue', 'buying_customers')
    ),
    wholes as (
        select
            figure,
            'all' as dimension,
            'all' as group_name,
            'all' as group_kind,
            position,
            unit,
            is_lower_better,
            value
        from
            figures
        union all
        select
            *
        from
            parts
    )
select
    wholes.figure,
    wholes.dimension,
    wholes.group_name,
    wholes.group_kind,
    wholes.position::integer as position,
    wholes.unit,
    wholes.is_lower_better,
    settings.as_of_date,
    wholes.value
from
    wholes
    cross join run.settings as settings
where
    wholes.value is not null
