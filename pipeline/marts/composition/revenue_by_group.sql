-- One row per dimension and group: who the customers are and what they bring, now and in the window before. Figures of a
-- window that is not recorded are NULL, see revenue_totals; a group without orders in a recorded one has 0. Internal
-- customers stand in one row of the dimension kind that is not counted: no total or share includes them. Figures of personal
-- dimensions are rounded and those of few consumers withheld, see personal_rounding and withheld_groups: what that takes from the groups
-- stands in a row of its own, so that the groups still add up.
-- key: dimension, group_name, group_kind
-- columns:
--   dimension                  What is divided
--   title                      Name of the dimension
--   dimension_position         Order of the dimensions on a page
--   level                      customer: groups add up to all customers, orders and revenue; order: to orders and revenue; line: to revenue
--   group_name                 Value of the group; other, unknown, no order yet, no tier, withheld or internal where the kind says so
--   group_kind                 value: of one value, even of one called other; folded: those beyond max_groups together;
--                              missing: without a value; withheld: what is withheld of the others, and rounding; internal: internal
--                              customers, in no total
--   is_withheld                Whether the figures of the current window are of too few consumers to show
--   is_prior_withheld          Whether those of the window before are
--   position                   Order of the groups on a page: by age, tier or year (the last first) where that is the dimension, else by revenue; folded, missing and withheld last
--   customers                  Customers in the file; NULL for dimensions of orders, which divide no customers [customers]
--   customer_share             Customers by all customers
--   known_customer_share       Customers by all that have a value, folded ones too; NULL for the others
--   buying_customers           Customers with an order in the current window [customers]
--   buying_share               Buying customers by all that bought; for dimensions of orders these overlap and add up to more than 1
--   prior_buying_customers     Customers with an order in the window before [customers]
--   orders                     Orders in the current window [orders]
--   prior_orders               Orders in the window before [orders]
--   revenue                    Revenue in the current window [reporting currency]
--   prior_revenue              Revenue in the window before [reporting currency]
--   revenue_share              Revenue by all revenue; NULL where that is not positive
--   known_revenue_share        Revenue by that of all groups with values; NULL for the others, where that is not positive, and where it would
--                              tell what is withheld of those without a value
--   prior_revenue_share        Share of revenue in the window before
--   revenue_share_change       Share of revenue less that of the window before; NULL where that one is not recorded in full
--   margin                     Margin in the current window; NULL where that of any order is not known [reporting currency]
--   prior_margin               Margin in the window before; NULL where that of any order is not known [reporting currency]
--   margin_rate                Margin by revenue; NULL where revenue is not positive; of personal dimensions in whole percent
--   prior_margin_rate          The same in the window before
--   average_order_value        Revenue by orders [reporting currency]
--   prior_average_order_value  The same in the window before [reporting currency]
--   change                     Revenue less that of the window before [reporting currency]
--   change_rate                Change by revenue of the window before
--   change_reason              Why there is no rate of change
--   growth_contribution        Change by all revenue of the window before; adds up to the rate of change of all
with
    internal_orders as (
        select
            orders.customer_id,
            case
                when orders.is_refund then 0
                else 1
            end as order_count,
            orders.revenue,
            orders.revenue - orders.cost as margin,
            orders.order_date >= totals.window_start_date as is_current
        from
            staging.stg_orders as orders
            inner join staging.stg_customers as customers on orders.customer_id = customers.customer_id
            cross join marts.revenue_totals as totals
            cross join run.settings as settings
        where
            customers.kind = 'internal'
            and orders.status <> 'cancelled'
            and orders.order_date between totals.prior_start_date and settings.as_of_date
    ),
    internal_figures as (
        select
            count(
                distinct case
                    when is_current
                    and order_count > 0 then customer_id
                end
            ) as buying_customers,
            count(
                distinct case
                    when not is_current
                    and order_count > 0 then customer_id
                end
            ) as prior_buying_customers,
            coalesce(
                sum(
                    case
                        when is_current then order_count
                    end
                ),
                0
            ) as orders,
            coalesce(
                sum(
                    case
                        when not is_current then order_count
                    end
                ),
                0
            ) as prior_orders,
            sum(
                case
                    when is_current then revenue
                end
            ) as revenue,
            sum(
                case
                    when not is_current then revenue
                end
            ) as prior_revenue,
            case
                when count(
                    case
                        when is_current then 1
                    end
                ) = count(
                    case
                        when is_current then margin
                    end
                ) then sum(
                    case
                        when is_current then margin
                    end
                )
            end as margin,
            case
                when count(
                    case
                        when not is_current then 1
                    end
                ) = count(
                    case
                        when not is_current then margin
                    end
                ) then sum(
                    case
                        when not is_current then margin
                    end
                )
            end as prior_margin
        from
            internal_orders
    ),
    customer_sums as (
        select
            dimension,
            group_name,
            group_kind,
            sum(customers) as customers,
            sum(buying_customers) as buying_customers,
            sum(prior_buying_customers) as prior_buying_customers,
            sum(orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            case
                when count(revenue) = count(margin) then sum(margin)
            end as margin,
            case
                when count(prior_revenue) = count(prior_margin) then sum(prior_margin)
            end as prior_margin
        from
            marts.revenue_by_group_and_driver
        group by
            dimension,
            group_name,
            group_kind
    ),
    shown_sums as (
        select
            sums.*,
            current_withheld.dimension is not null as is_withheld,
            prior_withheld.dimension is not null as is_prior_withheld,
            rounding.step,
            round(coalesce(sums.revenue, 0)::double / rounding.step::double) * rounding.step::double as rounded_revenue,
            round(coalesce(sums.prior_revenue, 0)::double / rounding.step::double) * rounding.step::double as rounded_prior_revenue,
            round(sums.margin::double / rounding.step::double) * rounding.step::double as rounded_margin,
            round(sums.prior_margin::double / rounding.step::double) * rounding.step::double as rounded_prior_margin
        from
            customer_sums as sums
            left join marts.withheld_groups as current_withheld on sums.dimension = current_withheld.dimension
            and sums.group_name = current_withheld.group_name
            and sums.group_kind = current_withheld.group_kind
            and current_withheld.period = 'current'
            left join marts.withheld_groups as prior_withheld on sums.dimension = prior_withheld.dimension
            and sums.group_name = prior_withheld.group_name
            and sums.group_kind = prior_withheld.group_kind
            and prior_withheld.period = 'prior'
            left join marts.dimensions as dimensions on sums.dimension = dimensions.dimension
            left join marts.personal_rounding as rounding on dimensions.is_personal
    ),
    shown_groups as (
        select
            dimension,
            group_name,
            group_kind,
            customers,
            case
                when not is_withheld then buying_customers
            end as buying_customers,
            case
                when not is_prior_withheld then prior_buying_customers
            end as prior_buying_customers,
            case
                when not is_withheld then orders
            end as orders,
            case
                when not is_prior_withheld then prior_orders
            end as prior_orders,
            case
                when not is_withheld then coalesce(rounded_revenue::decimal(18, 4), revenue, 0)
            end as revenue,
            case
                when not is_prior_withheld then coalesce(rounded_prior_revenue::decimal(18, 4), prior_revenue, 0)
            end as prior_revenue,
            case
                when not is_withheld then coalesce(rounded_margin::decimal(18, 4), margin)
            end as margin,
            case
                when not is_prior_withheld then coalesce(rounded_prior_margin::decimal(18, 4), prior_margin)
            end as prior_margin,
            case
                when not is_withheld
                and revenue > 0 then case
                    when step is null then safe_div(margin, revenue)
                    else round(safe_div(margin, revenue), 2)
                end
            end as margin_rate,
            case
                when not is_prior_withheld
                and prior_revenue > 0 then case
                    when step is null then safe_div(prior_margin, prior_revenue)
                    else round(safe_div(prior_margin, prior_revenue), 2)
                end
            end as prior_margin_rate,
            is_withheld,
            is_prior_withheld
        from
            shown_sums
    ),
    -- What the groups of a dimension lack to all: of each figure that of the withheld groups, and what rounding took.
    rests as (
        select
            sums.dimension,
            sum(
                case
                    when sums.is_withheld then sums.buying_customers
                end
            ) as buying_customers,
            sum(
                case
                    when sums.is_prior_withheld then sums.prior_buying_customers
                end
            ) as prior_buying_customers,
            sum(
                case
                    when sums.is_withheld then sums.orders
                end
            ) as orders,
            sum(
                case
                    when sums.is_prior_withheld then sums.prior_orders
                end
            ) as prior_orders,
            sum(coalesce(sums.revenue, 0)) - sum(coalesce(shown.revenue, 0)) as revenue,
            sum(coalesce(sums.prior_revenue, 0)) - sum(coalesce(shown.prior_revenue, 0)) as prior_revenue
        from
            shown_sums as sums
            inner join shown_groups as shown on sums.dimension = shown.dimension
            and sums.group_name = shown.group_name
            and sums.group_kind = shown.group_kind
        group by
            sums.dimension
        having
            bool_or(sums.is_withheld)
            or bool_or(sums.is_prior_withheld)
            or sum(coalesce(sums.revenue, 0)) <> sum(coalesce(shown.revenue, 0))
            or sum(coalesce(sums.prior_revenue, 0)) <> sum(coalesce(shown.prior_revenue, 0))
    ),
    groups as (
        select
            dimension,
            group_name,
            group_kind,
            customers,
            buying_customers,
            prior_buying_customers,
            orders,
            prior_orders,
            revenue,
            prior_revenue,
            margin,
            prior_margin,
            margin_rate,
            prior_margin_rate,
            is_withheld,
            is_prior_withheld
        from
            shown_groups
        union all
        select
            dimension,
            'withheld',
            'withheld',
            null,
            buying_customers,
            prior_buying_customers,
            orders,
            prior_orders,
            revenue,
            prior_revenue,
            null,
            null,
            null,
            null,
            false,
            false
        from
            rests
        union all
        select
            dimension,
            group_name,
            group_kind,
            null,
            buying_customers,
            prior_buying_customers,
            orders,
            prior_orders,
            revenue,
            prior_revenue,
            margin,
            prior_margin,
            case
                when revenue > 0 then safe_div(margin, revenue)
            end,
            case
                when prior_revenue > 0 then safe_div(prior_margin, prior_revenue)
            end,
            false,
            false
        from
            marts.revenue_by_order_group
        union all
        select
            'kind',
            'internal',
            'internal',
            (
                select
                    count(*)
                from
                    staging.stg_customers
                where
                    kind = 'internal'
            ),
            buying_customers,
            prior_buying_customers,
            orders,
            prior_orders,
            revenue,
            prior_revenue,
            margin,
            prior_margin,
            case
                when revenue > 0 then safe_div(margin, revenue)
            end,
            case
                when prior_revenue > 0 then safe_div(prior_margin, prior_revenue)
            end,
            false,
            false
        from
            internal_figures
        where
            exists (
                select
                    1
                from
                    staging.stg_customers
                where
                    kind = 'internal'
            )
    ),
    figures as (
        select
            groups.dimension,
            dimensions.title,
            dimensions.position as dimension_position,
            dimensions.level,
            groups.group_name,
            groups.group_kind,
            groups.group_kind in ('value', 'folded') as is_known,
            groups.customers,
            case
                when totals.revenue is not null then groups.buying_customers
            end as buying_customers,
            case
                when totals.prior_revenue is not null then groups.prior_buying_customers
            end as prior_buying_customers,
            case
                when totals.revenue is not null then groups.orders
            end as orders,
            case
                when totals.prior_revenue is not null then groups.prior_orders
            end as prior_orders,
            case
                when totals.revenue is not null
                and not groups.is_withheld then coalesce(groups.revenue, 0)
            end::decimal(18, 4) as revenue,
            case
                when totals.prior_revenue is not null
                and not groups.is_prior_withheld then coalesce(groups.prior_revenue, 0)
            end::decimal(18, 4) as prior_revenue,
            groups.margin::decimal(18, 4) as margin,
            groups.prior_margin::decimal(18, 4) as prior_margin,
            groups.margin_rate,
            groups.prior_margin_rate,
            groups.is_withheld,
            groups.is_prior_withheld,
            case
                when groups.group_kind <> 'internal' then totals.customers
            end as all_customers,
            case
                when groups.group_kind <> 'internal' then totals.buying_customers
            end as all_buying_customers,
            case
                when groups.group_kind <> 'internal'
                and totals.revenue > 0 then totals.revenue
            end as all_revenue,
            case
                when groups.group_kind <> 'internal'
                and totals.prior_revenue > 0 then totals.prior_revenue
            end as all_prior_revenue,
            totals.is_prior_complete,
            totals.prior_start_date,
            totals.change_reason as totals_reason
        from
            groups
            cross join marts.revenue_totals as totals
            inner join marts.dimensions as dimensions on groups.dimension = dimensions.dimension
    ),
    reasoned as (
        select
            figures.*,
            case
                when group_kind <> 'withheld' then (revenue - prior_revenue)::decimal(18, 4)
            end as change,
            case
                when is_withheld
                or is_prior_withheld
                or group_kind = 'withheld' then 'too few customers to show'
                when revenue is null
                or prior_revenue is null
                or not is_prior_complete then totals_reason
                when prior_revenue <= 0 then 'no positive revenue in the window before'
                when dimension = 'first_order_year'
                and left(group_name, 4) >= year(prior_start_date)::varchar then 'its customers were still coming in'
                when dimension = 'tier' then 'its customers were chosen by what they buy now'
            end as change_reason
        from
            figures
    ),
    known as (
        select
            dimension,
            sum(
                case
                    when is_known then customers
                end
            ) as known_customers,
            -- With what those without a value bring withheld, it would tell that: all less the known.
            case
                when not bool_or(
                    group_kind = 'missing'
                    and is_withheld
                ) then sum(
                    case
                        when is_known
                        or group_kind = 'withheld' then revenue
                    end
                )
            end as known_revenue
        from
            figures
        group by
            dimension
    )
select
    reasoned.dimension,
    reasoned.title,
    reasoned.dimension_position,
    reasoned.level,
    reasoned.group_name,
    reasoned.group_kind,
    reasoned.is_withheld,
    reasoned.is_prior_withheld,
    row_number() over (
        partition by
            reasoned.dimension
        order by
            reasoned.group_kind = 'internal',
            reasoned.group_kind = 'withheld',
            reasoned.group_kind = 'missing',
            reasoned.group_kind = 'folded',
            bands.from_years nulls last,
            tiers.position nulls last,
            case
                when reasoned.dimension = 'first_order_year' then left(reasoned.group_name, 4)
            end desc nulls last,
            coalesce(reasoned.revenue, 0) desc,
            coalesce(reasoned.customers, 0) desc,
            reasoned.group_name
    )::integer as position,
    reasoned.customers::integer as customers,
    safe_div(reasoned.customers, reasoned.all_customers) as customer_share,
    case
        when reasoned.is_known then safe_div(reasoned.customers, known.known_customers)
    end as known_customer_share,
    reasoned.buying_customers::integer as buying_customers,
    safe_div(reasoned.buying_customers, reasoned.all_buying_customers) as buying_share,
    reasoned.prior_buying_customers::integer as prior_buying_customers,
    reasoned.orders::integer as orders,
    reasoned.prior_orders::integer as prior_orders,
    reasoned.revenue,
    reasoned.prior_revenue,
    safe_div(reasoned.revenue, reasoned.all_revenue) as revenue_share,
    case
        when reasoned.is_known
        and known.known_revenue > 0 then safe_div(reasoned.revenue, known.known_revenue)
    end as known_revenue_share,
    safe_div(reasoned.prior_revenue, reasoned.all_prior_revenue) as prior_revenue_share,
    case
        when reasoned.is_prior_complete
        and reasoned.group_kind <> 'withheld' then safe_div(reasoned.revenue, reasoned.all_revenue) - safe_div(reasoned.prior_revenue, reasoned.all_prior_revenue)
    end as revenue_share_change,
    reasoned.margin,
    reasoned.prior_margin,
    reasoned.margin_rate,
    reasoned.prior_margin_rate,
    safe_div(reasoned.revenue, reasoned.orders) as average_order_value,
    safe_div(reasoned.prior_revenue, reasoned.prior_orders) as prior_average_order_value,
    reasoned.change,
    case
        when reasoned.change_reason is null then safe_div(reasoned.change, reasoned.prior_revenue)
    end as change_rate,
    reasoned.change_reason,
    case
        when reasoned.totals_reason is null then safe_div(reasoned.change, reasoned.all_prior_revenue)
    end as growth_contribution
from
    reasoned
    left join known on reasoned.dimension = known.dimension
    left join run.composition_age_bands as bands on reasoned.dimension = 'age_band'
    and reasoned.group_name = bands.band
    left join run.value_tiers as tiers on reasoned.dimension = 'tier'
    and reasoned.group_name = tiers.tier
