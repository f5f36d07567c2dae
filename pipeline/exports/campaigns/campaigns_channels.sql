-- One row per window and channel, and for all channels: what winning customers cost, and whether they are worth it; the channel most was spent on first.
-- columns:
--   channel  Channel; NULL for what is not attributed to one, and for all
select
    channels.period,
    channels.dimension,
    case
        when channels.dimension = 'channel'
        and channels.has_value then channels.group_value
    end as channel,
    channels.spend::double as spend,
    channels.campaign_spend::double as campaign_spend,
    channels.is_new_known,
    channels.customers_won,
    channels.won_change_rate,
    channels.campaign_customers,
    channels.cost_per_customer,
    channels.cost_reason,
    channels.cost_change_rate,
    channels.lifetime_value,
    channels.valued_customers,
    channels.predicted_customers,
    channels.value_to_cost,
    channels.payback_months,
    channels.observed_months,
    channels.payback_reason
from
    marts.acquisition_by_channel as channels
order by
    channels.period,
    channels.dimension,
    channels.spend desc,
    channels.has_value desc,
    channels.group_value
