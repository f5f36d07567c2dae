-- One row per dissatisfied customer of the tiers that are watched, the most valuable first, until it is resolved.
-- columns:
--   value        The greater of its revenues in the two windows [reporting currency]
--   survey_id    Form of its last bad answer: what it wrote is read there; NULL without one
--   ticket_id    Its last complaint; NULL without one
--   complaint_category  What that is about
select
    listed.place,
    customers.label,
    customers.customer_key,
    cells.cell,
    customers.kind,
    customers.owner,
    times.tier,
    times.prior_tier,
    listed.value::double as value,
    listed.since_date,
    listed.days,
    listed.band,
    listed.from_days,
    listed.to_days,
    times.recommend_score,
    times.satisfaction_score,
    times.last_answer_date,
    times.weak_component,
    times.has_comment,
    times.open_complaints,
    times.last_survey_id as survey_id,
    times.last_ticket_id as ticket_id,
    times.last_category as complaint_category,
    steps.next_step_reason
from
    marts.dissatisfied_customers as listed
    inner join marts.dissatisfactions as times on listed.customer_id = times.customer_id
    and listed.since_date = times.since_date
    inner join marts.customers as customers on listed.customer_id = customers.customer_id
    inner join marts.customer_cells as cells on listed.customer_id = cells.customer_id
    left join marts.next_steps as steps on listed.customer_id = steps.customer_id
order by
    listed.place
