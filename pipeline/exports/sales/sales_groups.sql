-- One row per dimension and group of the sales force, who sells most first.
-- columns:
--   owner      Account manager as the files name them, of the dimension owner; NULL without one
--   name       Name of the group to show; NULL for those without the value
--   team       Team of an account manager
--   status     here, notice given, left or not listed; NULL where there is no list of account managers
--   left_date  Last day of an account manager
select
    groups.dimension,
    managers.owner,
    case
        when groups.has_value then coalesce(managers.name, groups.group_value)
    end as name,
    managers.team,
    managers.status,
    managers.left_date,
    groups.customers,
    groups.buying_customers,
    groups.won_customers,
    groups.lost_customers,
    groups.lost_revenue::double as lost_revenue,
    groups.held_revenue::double as held_revenue,
    groups.held_revenue_share,
    groups.held_margin::double as held_margin,
    groups.held_margin_share,
    groups.key_customers,
    groups.key_customers_share,
    groups.sole_key_customers,
    groups.open_leads,
    groups.unvalued_leads,
    groups.pipeline_amount::double as pipeline_amount,
    groups.orders,
    groups.revenue::double as revenue,
    groups.revenue_share,
    groups.prior_revenue::double as prior_revenue,
    groups.growth_rate,
    groups.growth_reason,
    groups.margin::double as margin,
    groups.margin_rate,
    groups.due_customers,
    groups.in_time_customers,
    groups.in_time_rate,
    groups.in_time_low,
    groups.in_time_high,
    groups.commission::double as commission,
    groups.commission_rate,
    groups.loss_commission::double as loss_commission,
    groups.commission_reason
from
    marts.sales_by_group as groups
    left join marts.account_managers as managers on groups.dimension = 'owner'
    and groups.has_value
    and groups.group_value = managers.owner
order by
    groups.dimension,
    groups.revenue desc,
    groups.has_value desc,
    groups.group_value
