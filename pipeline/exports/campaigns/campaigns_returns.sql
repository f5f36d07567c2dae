-- One row per campaign that won customers and number of days since their first order: what a customer had left by then against its cost.
select
    campaigns.campaign_id,
    campaigns.label,
    returned.days,
    returned.customers,
    returned.young_customers,
    returned.margin::double as margin,
    returned.margin_per_customer,
    performance.cost_per_customer,
    returned.return_rate
from
    marts.campaign_returns as returned
    inner join marts.campaigns as campaigns on returned.campaign_id = campaigns.campaign_id
    inner join marts.campaign_performance as performance on returned.campaign_id = performance.campaign_id
where
    performance.customers_won > 0
order by
    campaigns.start_date desc,
    campaigns.campaign_id,
    returned.days
