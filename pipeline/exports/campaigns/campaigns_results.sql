-- One row per campaign, the latest first: what it cost, how it was received, whom it won, and whether it pays.
select
    campaigns.campaign_id,
    campaigns.label,
    campaigns.channel,
    campaigns.start_date,
    campaigns.end_date,
    campaigns.cost::double as cost,
    campaigns.purpose,
    campaigns.reach,
    campaigns.opened,
    campaigns.answered,
    campaigns.answer_rate,
    campaigns.answer_reason,
    campaigns.converted,
    campaigns.converted_rate,
    campaigns.opted_out,
    performance.customers_won,
    performance.followed_customers,
    performance.active_customers,
    performance.active_rate,
    performance.active_low,
    performance.active_high,
    performance.revenue::double as revenue,
    performance.margin::double as margin,
    performance.cost_per_customer,
    performance.lifetime_value,
    performance.value_to_cost,
    performance.return_rate,
    performance.existing_customers,
    performance.existing_orders,
    performance.existing_revenue::double as existing_revenue,
    performance.existing_margin::double as existing_margin,
    performance.whole_return_rate,
    performance.payback_date,
    performance.payback_days,
    performance.payback_reason
from
    marts.campaigns as campaigns
    inner join marts.campaign_performance as performance on campaigns.campaign_id = performance.campaign_id
order by
    campaigns.start_date desc,
    campaigns.campaign_id
