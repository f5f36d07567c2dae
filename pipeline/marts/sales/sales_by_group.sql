-- One row per dimension and group of the sales force: what it holds, won, lost and sells, what is in its pipeline, and its commission.
-- The dimension all is the company; each other divides the same customers, orders and leads, those without the value being a
-- group of their own, and adds up to it. Customers are the account manager's whom their file names (by channel: the one they are served through), and so are those
-- won, lost and key, contacts, and the revenue and margin held: what goes with a person who leaves. Orders are the sales person's whom they
-- name, or else the account manager's (by channel: the order's, or else the customer's), and so are revenue, margin and commission: what a person sold. Where orders
-- name nobody the two are the same. Won is who ordered in the current window and never dealt with us before it; lost is who is lost on the as-of date
-- and became so in the window, see customer_states; key is who is in the first sales.key_tiers tiers. A customer is spoken with by one person
-- alone where each contact of the current window of which the person is on record was the account manager's. Leads have no channel.
-- key: dimension, has_value, group_value
-- columns:
--   dimension           all, owner, team or channel
--   group_value         Name of the group; all, no account manager, no team or no channel
--   has_value           Whether the group has the value
--   customers           Customers held [customers]
--   buying_customers    Those of them with an order in the current window [customers]
--   won_customers       Those of them who are new in it [customers]
--   lost_customers      Those of them who were lost in it [customers]
--   lost_revenue        Revenue of these in the analysis.window_days up to their last order, as lost_customers.value_lost [reporting currency]
--   held_revenue        Revenue of the customers held, current window [reporting currency]
--   held_revenue_share  Share of all revenue; NULL where that is not positive
--   held_margin         Margin of the customers held; NULL where that of any is not known [reporting currency]
--   held_margin_share   Share of all margin; NULL where that is not known or not positive
--   key_customers       Key customers held [customers]
--   key_customers_share  Share of all key customers; NULL without any [0 to 1]
--   sole_key_customers  Key customers with whom the account manager alone speaks; NULL where contacts are not on record [customers]
--   open_leads          Leads still open; NULL by channel and where no leads are on record [leads]
--   unvalued_leads      Those of them of which nobody knows what they would bring [leads]
--   pipeline_amount     Worth expected of the others together; NULL where it is known of none [reporting currency]
--   orders              Orders sold in the current window [orders]
--   revenue             Revenue of what was sold [reporting currency]
--   revenue_share       Share of all revenue; NULL where that is not positive
--   prior_revenue       Revenue of what was sold in the window before; NULL where that is not on record in full [reporting currency]
--   growth_rate         Change of revenue by that; NULL where it is not positive
--   growth_reason       Why there is no growth
--   margin              Margin of what was sold; NULL where that of any order is not known [reporting currency]
--   margin_rate         Margin by revenue; NULL where revenue is not positive
--   due_customers       Customers to whom a contact is due, see relationship_groups [customers]
--   in_time_customers   Those of them who are in time [customers]
--   in_time_rate        Share of them [0 to 1]
--   in_time_low         Lower end of its interval [0 to 1]
--   in_time_high        Upper end [0 to 1]
--   commission          Commission on what was sold; NULL where it is not known of any order, or of nothing that was sold [reporting currency]
--   commission_rate     Commission by the margin of the orders that it is paid on; NULL where that is not known or not positive
--   loss_commission     Part of the commission that is paid on orders of customers at a loss after cost to serve; NULL where profit is not known of
--                       any customer [reporting currency]
--   commission_reason   Why there is no commission: no rates, no sales person, nothing sold, no rate holds for some orders, margin of some
--                       orders not known
-- checks:
--   nobody holds more key customers than customers: key_customers <= customers
--   there is a commission or a reason: (commission is null) = (commission_reason is not null)
--   what is paid on losses is part of the commission: coalesce(loss_commission <= commission or commission < 0, true)
--   there is growth or a reason: (growth_rate is null) = (growth_reason is not null)
with
    lost as (
        select
            latest.customer_id
        from
            marts.customer_states as latest
            cross join run.settings as settings
            inner join marts.customer_states as histories on latest.customer_id = histories.customer_id
            and histories.state = 'lost'
            and histories.previous_state is distinct from 'lost'
        where
            latest.month_end = settings.as_of_date
            and latest.state = 'lost'
        group by
            latest.customer_id,
            settings.as_of_date,
            settings.analysis_window_days
        having
            max(histories.month_end) > settings.as_of_date - settings.analysis_window_days
    ),
    speakers as (
        select
            contacts.customer_id,
            bool_and(contacts.owner = customers.owner) as is_sole
        from
            marts.account_contacts as contacts
            inner join marts.customers as customers on contacts.customer_id = customers.customer_id
            cross join run.settings as settings
        where
            contacts.owner is not null
            and contacts.interaction_date > settings.as_of_date - settings.analysis_window_days
        group by
            contacts.customer_id
    ),
    record as (
        select
            (
                select
                    count(*)
                from
                    marts.account_contacts
            ) as contacts,
            (
                select
                    count(*)
                from
                    staging.stg_leads
            ) as leads,
            (
                select
                    count(*)
                from
                    staging.stg_commission_rates
            ) as rates,
            (
                select
                    count(profit_class)
                from
                    marts.customer_profits
            ) as profits
    ),
    held as (
        select
            customers.customer_id,
            customers.owner,
            managers.team,
            customers.channel,
            case
                when customers.current_orders > 0 then 1
                else 0
            end as is_buying,
            case
                when customers.current_orders > 0
                and customers.first_deal_date > settings.as_of_date - settings.analysis_window_days then 1
                else 0
            end as is_won,
            case
                when lost.customer_id is not null then 1
                else 0
            end as is_lost,
            case
                when lost.customer_id is not null then values_lost.value_lost
                else 0
            end as value_lost,
            case
                when tiers.tier_position <= settings.sales_key_tiers then 1
                else 0
            end as is_key,
            case
                when speakers.is_sole then 1
                else 0
            end as is_sole,
            customers.current_revenue as revenue,
            customers.current_margin as margin
        from
            marts.customers as customers
            cross join run.settings as settings
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            left join marts.account_managers as managers on customers.owner = managers.owner
            left join lost on customers.customer_id = lost.customer_id
            left join marts.lost_customers as values_lost on customers.customer_id = values_lost.customer_id
            left join speakers on customers.customer_id = speakers.customer_id
    ),
    sold as (
        select
            orders.order_id,
            orders.owner,
            managers.team,
            orders.channel,
            orders.period,
            orders.order_count,
            orders.revenue,
            orders.margin,
            commissions.commission,
            commissions.commission_reason,
            case
                when profits.profit_class = 'bad' then commissions.commission
            end as loss_commission
        from
            marts.orders as orders
            left join marts.account_managers as managers on orders.owner = managers.owner
            left join marts.order_commissions as commissions on orders.order_id = commissions.order_id
            left join marts.customer_profits as profits on orders.customer_id = profits.customer_id
        where
            orders.period <> 'earlier'
    ),
    offered as (
        select
            leads.owner,
            managers.team,
            leads.expected_amount
        from
            staging.stg_leads as leads
            left join marts.account_managers as managers on leads.owner = managers.owner
        where
            leads.status = 'open'
    ),
    dimensions as (
        select
            unnest(['all', 'owner', 'team', 'channel']) as dimension
    ),
    held_groups as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'all' then 'all'
                when 'owner' then held.owner
                when 'team' then held.team
                else held.channel
            end as group_name,
            held.*
        from
            held
            cross join dimensions
    ),
    held_sums as (
        select
            dimension,
            group_name,
            count(*) as customers,
            sum(is_buying) as buying_customers,
            sum(is_won) as won_customers,
            sum(is_lost) as lost_customers,
            sum(value_lost) as lost_revenue,
            coalesce(sum(revenue), 0) as held_revenue,
            case
                when count(revenue) = count(margin) then coalesce(sum(margin), 0)
            end as held_margin,
            sum(is_key) as key_customers,
            sum(is_key * is_sole) as sole_key_customers
        from
            held_groups
        group by
            dimension,
            group_name
    ),
    sold_groups as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'all' then 'all'
                when 'owner' then sold.owner
                when 'team' then sold.team
                else sold.channel
            end as group_name,
            sold.*
        from
            sold
            cross join dimensions
    ),
    sold_sums as (
        select
            dimension,
            group_name,
            sum(
                case
                    when period = 'current' then order_count
                    else 0
                end
            ) as orders,
            sum(
                case
                    when period = 'current' then revenue
                    else 0
                end
            ) as revenue,
            sum(
                case
                    when period = 'prior' then revenue
                    else 0
                end
            ) as prior_revenue,
            sum(
                case
                    when period = 'current' then margin
                end
            ) as margin,
            count(
                case
                    when period = 'current' then 1
                end
            ) as entries,
            count(
                case
                    when period = 'current' then margin
                end
            ) as margin_entries,
            sum(commission) as commission,
            coalesce(sum(loss_commission), 0) as loss_commission,
            case
                when count(commission) = count(
                    case
                        when commission is not null then margin
                    end
                ) then sum(
                    case
                        when commission is not null then margin
                    end
                )
            end as paid_margin,
            count(
                case
                    when period = 'current'
                    and owner is not null then 1
                end
            ) as person_entries,
            count(
                case
                    when commission_reason = 'no rate holds' then 1
                end
            ) as unrated_entries,
            count(
                case
                    when commission_reason = 'margin not known' then 1
                end
            ) as unknown_entries
        from
            sold_groups
        group by
            dimension,
            group_name
    ),
    offered_sums as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'all' then 'all'
                when 'owner' then offered.owner
                else offered.team
            end as group_name,
            count(*) as open_leads,
            count(*) - count(offered.expected_amount) as unvalued_leads,
            sum(offered.expected_amount) as pipeline_amount
        from
            offered
            cross join dimensions
        where
            dimensions.dimension <> 'channel'
        group by
            dimensions.dimension,
            group_name
    ),
    groups as (
        select
            dimension,
            group_name
        from
            held_sums
        union
        select
            dimension,
            group_name
        from
            sold_sums
        union
        select
            dimension,
            group_name
        from
            offered_sums
    ),
    joined as (
        select
            groups.dimension,
            coalesce(
                groups.group_name,
                case groups.dimension
                    when 'owner' then 'no account manager'
                    when 'team' then 'no team'
                    else 'no channel'
                end
            ) as group_value,
            groups.group_name is not null as has_value,
            coalesce(held_sums.customers, 0) as customers,
            coalesce(held_sums.buying_customers, 0) as buying_customers,
            coalesce(held_sums.won_customers, 0) as won_customers,
            coalesce(held_sums.lost_customers, 0) as lost_customers,
            coalesce(held_sums.lost_revenue, 0) as lost_revenue,
            coalesce(held_sums.held_revenue, 0) as held_revenue,
            case
                when held_sums.customers is null then 0
                else held_sums.held_margin
            end as held_margin,
            coalesce(held_sums.key_customers, 0) as key_customers,
            case
                when record.contacts > 0 then coalesce(held_sums.sole_key_customers, 0)
            end as sole_key_customers,
            case
                when record.leads > 0
                and groups.dimension <> 'channel' then coalesce(offered_sums.open_leads, 0)
            end as open_leads,
            case
                when record.leads > 0
                and groups.dimension <> 'channel' then coalesce(offered_sums.unvalued_leads, 0)
            end as unvalued_leads,
            offered_sums.pipeline_amount,
            coalesce(sold_sums.orders, 0) as orders,
            coalesce(sold_sums.revenue, 0) as revenue,
            case
                when totals.is_prior_complete then coalesce(sold_sums.prior_revenue, 0)
            end as prior_revenue,
            totals.change_reason,
            case
                when coalesce(sold_sums.entries, 0) = 0 then 0
                when sold_sums.entries = sold_sums.margin_entries then sold_sums.margin
            end as margin,
            case
                when record.rates = 0 then 'no rates'
                when coalesce(sold_sums.entries, 0) = 0 then 'nothing sold'
                when sold_sums.person_entries = 0 then 'no sales person'
                when sold_sums.unrated_entries > 0 then 'no rate holds for some orders'
                when sold_sums.unknown_entries > 0 then 'margin of some orders not known'
            end as commission_reason,
            sold_sums.commission,
            sold_sums.paid_margin,
            case
                when record.profits > 0 then sold_sums.loss_commission
            end as loss_commission
        from
            groups
            cross join record
            cross join marts.revenue_totals as totals
            left join held_sums on groups.dimension = held_sums.dimension
            and groups.group_name is not distinct from held_sums.group_name
            left join sold_sums on groups.dimension = sold_sums.dimension
            and groups.group_name is not distinct from sold_sums.group_name
            left join offered_sums on groups.dimension = offered_sums.dimension
            and groups.group_name is not distinct from offered_sums.group_name
    ),
    company as (
        select
            held_revenue,
            held_margin,
            key_customers,
            revenue
        from
            joined
        where
            dimension = 'all'
    )
select
    joined.dimension,
    joined.group_value,
    joined.has_value,
    joined.customers::integer as customers,
    joined.buying_customers::integer as buying_customers,
    joined.won_customers::integer as won_customers,
    joined.lost_customers::integer as lost_customers,
    joined.lost_revenue::decimal(18, 4) as lost_revenue,
    joined.held_revenue::decimal(18, 4) as held_revenue,
    case
        when company.held_revenue > 0 then safe_div(joined.held_revenue, company.held_revenue)
    end as held_revenue_share,
    joined.held_margin::decimal(18, 4) as held_margin,
    case
        when company.held_margin > 0 then safe_div(joined.held_margin, company.held_margin)
    end as held_margin_share,
    joined.key_customers::integer as key_customers,
    safe_div(joined.key_customers, company.key_customers) as key_customers_share,
    joined.sole_key_customers::integer as sole_key_customers,
    joined.open_leads::integer as open_leads,
    joined.unvalued_leads::integer as unvalued_leads,
    joined.pipeline_amount::decimal(18, 4) as pipeline_amount,
    joined.orders::integer as orders,
    joined.revenue::decimal(18, 4) as revenue,
    case
        when company.revenue > 0 then safe_div(joined.revenue, company.revenue)
    end as revenue_share,
    joined.prior_revenue::decimal(18, 4) as prior_revenue,
    case
        when joined.prior_revenue > 0 then safe_div(joined.revenue - joined.prior_revenue, joined.prior_revenue)
    end as growth_rate,
    case
        when joined.prior_revenue is null then coalesce(joined.change_reason, 'history too short')
        when joined.prior_revenue <= 0 then 'nothing sold before'
    end as growth_reason,
    joined.margin::decimal(18, 4) as margin,
    case
        when joined.revenue > 0 then safe_div(joined.margin, joined.revenue)
    end as margin_rate,
    contacts.due_customers,
    contacts.in_time_customers,
    contacts.in_time_rate,
    contacts.in_time_low,
    contacts.in_time_high,
    case
        when joined.commission_reason is null then joined.commission
    end::decimal(18, 4) as commission,
    case
        when joined.commission_reason is null
        and joined.paid_margin > 0 then safe_div(joined.commission, joined.paid_margin)
    end as commission_rate,
    case
        when joined.commission_reason is null then joined.loss_commission
    end::decimal(18, 4) as loss_commission,
    joined.commission_reason
from
    joined
    cross join company
    left join marts.relationship_groups as contacts on joined.dimension = contacts.dimension
    and joined.group_value = contacts.group_value
    and joined.has_value = contacts.has_value
