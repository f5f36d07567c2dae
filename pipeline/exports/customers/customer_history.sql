-- One row per event on the page of a customer: the newest, as many as selection.listed_events says.
-- format: shard
select
    customers.customer_key,
    events.event_date,
    events.kind,
    events.about,
    events.before,
    events.is_open,
    events.days,
    events.recommend_score,
    events.satisfaction_score
from
    marts.customer_events as events
    inner join marts.customers as customers on events.customer_id = customers.customer_id
    cross join run.settings as settings
where
    events.place <= settings.selection_listed_events
order by
    customers.customer_key,
    events.place
