-- One row per state of the next order by customers' own rhythms.
-- columns:
--   customers   Customers in it [customers]
--   revenue     Revenue in the current window [reporting currency]
--   until_share  Share of such orders that come by the upper end of the interval [0 to 1]
--   min_gaps    Gaps that a customer needs for a rhythm of its own [gaps]
select
    rhythms.state,
    count(*)::integer as customers,
    sum(customers.current_revenue)::double as revenue,
    ((1 + max(settings.prediction_rhythm_confidence)) / 2)::double as until_share,
    max(settings.prediction_rhythm_min_gaps)::integer as min_gaps
from
    marts.customer_rhythms as rhythms
    inner join marts.customers as customers on rhythms.customer_id = customers.customer_id
    cross join run.settings as settings
group by
    rhythms.state
order by
    rhythms.state
