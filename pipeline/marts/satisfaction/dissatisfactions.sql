-- One row per customer and time for which it was, or is, dissatisfied (100 - 1 = 0). It begins with an answer of a detractor or of
-- satisfaction.dissatisfied_to points of 5 or fewer, or with a complaint. What an answer began ends with the customer's next answer
-- that is neither, or with the resolution, after the answer, of a complaint of its own that was open on the day of the answer, or that is
-- about the same order and came in no later than satisfaction.complaint_days after it: a complaint about another matter, of a later day,
-- mends nothing of what the answer said. What a complaint began ends with its resolution. Where
-- one begins before another has ended, or on that day, they are one, and it ends when the last of them does: so nothing worse has
-- come since. Where nothing has ended it, it lasts, however long ago it began. Anonymous answers, and those without a date, tell
-- of nobody. Tiers are those of the current window and of the one before: who left in anger is not to be forgotten for having left.
-- key: customer_id, since_date
-- columns:
--   customer_id         Customer
--   since_date          Day on which it began
--   resolved_date       Day on which it ended; NULL where it lasts
--   is_open             Whether it lasts
--   days                Days that it lasted, to the as-of date where it lasts [days]
--   ended_by            better answer or complaint resolved; NULL where it lasts
--   bad_answers         Answers that began it or fell into it [answers]
--   complaints          Complaints that began it or fell into it [complaints]
--   open_complaints     Those of them that are not resolved [complaints]
--   last_survey_id      Form of the last bad answer; NULL without one
--   last_answer_date    Its date
--   recommend_score     What it says to recommending us [0 to 10]
--   satisfaction_score  How satisfied it is [1 to 5]
--   weak_component      What it is least pleased with: the component of delivered value farthest from the best answer, of equal ones the first of product_value to psychic_cost; NULL where none is as much as 3 points from it
--   has_comment         Whether the customer wrote something on that form
--   last_ticket_id      The last complaint; NULL without one
--   last_category       What it is about
--   tier                Tier in the current window; NULL where the customer is not ranked
--   prior_tier          Tier in the window before; likewise
--   is_listed           Whether either is one of satisfaction.attention_tiers
-- checks:
--   it lasts or has ended: is_open = (resolved_date is null) and is_open = (ended_by is null)
--   something began it: bad_answers + complaints > 0
--   it ends no earlier than it began: is_open or resolved_date >= since_date
with
    answers as (
        select
            forms.*,
            min(
                case
                    when not forms.is_dissatisfied then forms.answer_date
                end
            ) over (
                partition by
                    forms.customer_id
                order by
                    forms.answer_date,
                    forms.survey_id rows between 1 following
                    and unbounded following
            ) as better_date
        from
            marts.survey_forms as forms
        where
            forms.customer_id is not null
            and forms.answer_date is not null
            and forms.is_dissatisfied is not null
    ),
    complaints as (
        select
            tickets.ticket_id,
            tickets.customer_id,
            tickets.order_id,
            tickets.category,
            tickets.opened_at::date as opened_date,
            tickets.resolved_at::date as resolved_date
        from
            staging.stg_tickets as tickets
            inner join marts.customers as customers on tickets.customer_id = customers.customer_id
        where
            tickets.kind = 'complaint'
    ),
    helped as (
        select
            answers.survey_id,
            min(complaints.resolved_date) as resolved_date
        from
            answers
            cross join run.settings as settings
            inner join complaints on answers.customer_id = complaints.customer_id
            and complaints.resolved_date > answers.answer_date
            and (
                complaints.opened_date <= answers.answer_date
                or (
                    complaints.order_id = answers.order_id
                    and complaints.opened_date <= answers.answer_date + settings.satisfaction_complaint_days
                )
            )
        where
            answers.is_dissatisfied
        group by
            answers.survey_id
    ),
    grievances as (
        select
            answers.customer_id,
            answers.answer_date as since_date,
            -- The earlier of those that are known.
            least(answers.better_date, helped.resolved_date) as until_date,
            case
                when answers.better_date <= helped.resolved_date
                or helped.resolved_date is null then 'better answer'
                else 'complaint resolved'
            end as end_kind,
            answers.survey_id,
            null as ticket_id
        from
            answers
            left join helped on answers.survey_id = helped.survey_id
        where
            answers.is_dissatisfied
        union all
        select
            customer_id,
            opened_date,
            resolved_date,
            'complaint resolved',
            null,
            ticket_id
        from
            complaints
    ),
    reached as (
        select
            grievances.*,
            max(coalesce(until_date, date '9999-12-31')) over (
                partition by
                    customer_id
                order by
                    since_date,
                    survey_id nulls last,
                    ticket_id nulls last rows between unbounded preceding
                    and 1 preceding
            ) as reached_date
        from
            grievances
    ),
    numbered as (
        select
            reached.*,
            sum(
                case
                    when since_date <= reached_date then 0
                    else 1
                end
            ) over (
                partition by
                    customer_id
                order by
                    since_date,
                    survey_id nulls last,
                    ticket_id nulls last
            ) as number
        from
            reached
    ),
    placed as (
        select
            numbered.*,
            row_number() over (
                partition by
                    customer_id,
                    number,
                    survey_id is null
                order by
                    since_date desc,
                    survey_id desc nulls last,
                    ticket_id desc nulls last
            ) as last_place
        from
            numbered
    ),
    times as (
        select
            customer_id,
            number,
            min(since_date) as since_date,
            case
                when count(*) = count(until_date) then max(until_date)
            end as until_date,
            count(survey_id) as bad_answers,
            count(ticket_id) as complaints,
            count(
                case
                    when ticket_id is not null
                    and until_date is null then 1
                end
            ) as open_complaints,
            max(
                case
                    when last_place = 1 then survey_id
                end
            ) as last_survey_id,
            max(
                case
                    when last_place = 1 then ticket_id
                end
            ) as last_ticket_id
        from
            placed
        group by
            customer_id,
            number
    ),
    endings as (
        select
            times.customer_id,
            times.number,
            min(numbered.end_kind) as ended_by
        from
            times
            inner join numbered on times.customer_id = numbered.customer_id
            and times.number = numbered.number
            and times.until_date = numbered.until_date
        group by
            times.customer_id,
            times.number
    ),
    distances as (
        select
            survey_id,
            5 - product_value as product_distance,
            5 - service_value as service_distance,
            5 - people_value as people_distance,
            5 - image_value as image_distance,
            money_cost - 1 as money_distance,
            time_cost - 1 as time_distance,
            energy_cost - 1 as energy_distance,
            psychic_cost - 1 as psychic_distance,
            greatest(
                5 - product_value,
                5 - service_value,
                5 - people_value,
                5 - image_value,
                money_cost - 1,
                time_cost - 1,
                energy_cost - 1,
                psychic_cost - 1
            ) as farthest
        from
            answers
    ),
    weaknesses as (
        select
            survey_id,
            case
                when farthest < 3
                or farthest is null then null
                when product_distance = farthest then 'product_value'
                when service_distance = farthest then 'service_value'
                when people_distance = farthest then 'people_value'
                when image_distance = farthest then 'image_value'
                when money_distance = farthest then 'money_cost'
                when time_distance = farthest then 'time_cost'
                when energy_distance = farthest then 'energy_cost'
                else 'psychic_cost'
            end as weak_component
        from
            distances
    ),
    attention as (
        select
            tiers.customer_id,
            tiers.tier,
            tiers.prior_tier,
            count(names.value) > 0 as is_listed
        from
            marts.customer_tiers as tiers
            left join run.satisfaction_attention_tiers as names on tiers.tier = names.value
            or tiers.prior_tier = names.value
        group by
            tiers.customer_id,
            tiers.tier,
            tiers.prior_tier
    )
select
    times.customer_id,
    times.since_date,
    times.until_date as resolved_date,
    times.until_date is null as is_open,
    (coalesce(times.until_date, settings.as_of_date) - times.since_date)::integer as days,
    endings.ended_by,
    times.bad_answers::integer as bad_answers,
    times.complaints::integer as complaints,
    times.open_complaints::integer as open_complaints,
    times.last_survey_id,
    answers.answer_date as last_answer_date,
    answers.recommend_score,
    answers.satisfaction_score,
    weaknesses.weak_component,
    coalesce(answers.has_comment, false) as has_comment,
    times.last_ticket_id,
    complaints.category as last_category,
    attention.tier,
    attention.prior_tier,
    coalesce(attention.is_listed, false) as is_listed
from
    times
    cross join run.settings as settings
    left join endings on times.customer_id = endings.customer_id
    and times.number = endings.number
    left join answers on times.last_survey_id = answers.survey_id
    left join weaknesses on times.last_survey_id = weaknesses.survey_id
    left join complaints on times.last_ticket_id = complaints.ticket_id
    left join attention on times.customer_id = attention.customer_id
