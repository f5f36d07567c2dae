-- One row per headline figure of this run, and of those that are sums over customers one more per group of customers: as the next run
-- will compare them. Groups are those of revenue_by_group, but for dimensions that are personal or that customers move through by
-- themselves (years, tiers). A figure that the inputs do not give is left out.
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
        where
            -- Of some customers alone it moves with whose margin becomes known.
            unknown_profit_customers = 0
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
    shown_dimensions as (
        select
            dimension
        from
            marts.dimensions
        where
            level = 'customer'
            and not is_moving
            and not is_personal
    ),
    of_orders as (
        select
            groups.dimension,
            groups.group_name,
            groups.group_kind,
            unnest(
                [
                    {figure: 'revenue', value: groups.revenue::double},
                    {figure: 'margin', value: groups.margin::double},
                    {figure: 'orders', value: groups.orders::double},
                    {figure: 'buying_customers', value: groups.buying_customers::double}
                ],
                recursive => true
            )
        from
            marts.revenue_by_group as groups
            inner join shown_dimensions as dimensions on groups.dimension = dimensions.dimension
        where
            groups.group_kind <> 'internal'
    ),
    of_customers as (
        select
            customers.customer_id,
            unnest(
                [
                    {
                        figure: 'active_customers',
                        amount: case
                            when states.state in ('first-time', 'repeat', 'loyal') then 1
                        end::decimal(18, 4)
                    },
                    {
                        figure: 'lost_customers',
                        amount: case
                            when states.state = 'lost' then 1
                        end::decimal(18, 4)
                    },
                    {figure: 'profit', amount: profits.profit::decimal(18, 4)},
                    {figure: 'overdue_amount', amount: receivables.overdue_amount::decimal(18, 4)},
                    {
                        figure: 'weak_exposure',
                        amount: case
                            when grades.is_watched then clients.exposure
                        end::decimal(18, 4)
                    }
                ],
                recursive => true
            )
        from
            marts.customers as customers
            cross join run.settings as settings
            left join marts.customer_states as states on customers.customer_id = states.customer_id
            and settings.as_of_date = states.month_end
            left join marts.customer_profits as profits on customers.customer_id = profits.customer_id
            left join marts.receivables_by_customer as receivables on customers.customer_id = receivables.customer_id
            left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
            left join run.solvency_grades as grades on clients.grade = grades.grade
    ),
    divided as (
        select
            dimension,
            group_name,
            group_kind,
            figure,
            value
        from
            of_orders
        union all
        select
            members.dimension,
            groups.group_name,
            groups.group_kind,
            amounts.figure,
            -- In decimals: a sum of doubles would depend on their order.
            coalesce(sum(amounts.amount), 0)::double
        from
            marts.customer_groups as members
            inner join shown_dimensions as dimensions on members.dimension = dimensions.dimension
            inner join marts.group_values as groups on members.dimension = groups.dimension
            and members.group_value = groups.group_value
            and members.has_value = groups.has_value
            inner join of_customers as amounts on members.customer_id = amounts.customer_id
        group by
            members.dimension,
            groups.group_name,
            groups.group_kind,
            amounts.figure
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
            divided.value
        from
            figures
            inner join divided on figures.figure = divided.figure
        where
            figures.value is not null
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
