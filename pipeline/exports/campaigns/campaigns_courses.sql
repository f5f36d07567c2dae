-- One row per campaign that won customers and month end since it began: the margin of the customers won by then, against its cost.
select
    courses.campaign_id,
    campaigns.label,
    courses.month_end,
    courses.customers,
    courses.margin::double as margin,
    courses.cost::double as cost,
    courses.cost_share
from
    marts.campaign_courses as courses
    inner join marts.campaigns as campaigns on courses.campaign_id = campaigns.campaign_id
order by
    courses.campaign_id,
    courses.month_end
