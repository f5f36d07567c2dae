-- One row per campaign that began by the as-of date: what it cost, and how it was received.
-- The file of campaigns states what a campaign cost in all; costs booked on it are part of that and not added. Where more is
-- booked than stated, what is booked counts. What is booked for service or retention is no acquisition cost; the rest of the cost is.
-- Who answered are persons, each once: customers, and leads that became none, with an answer or conversion on record, or an order that
-- names the campaign; an answer without a name is a person of its own. Opening a message is no answer, nor is opting out. Who converted
-- are those of them with a conversion on record or such an order. Answers of internal customers are left out.
-- key: campaign_id
-- columns:
--   campaign_id        Campaign
--   label              Its name, with the campaign's identifier where several have it, or that alone
--   channel            Mail, phone, visit, web, social ...
--   start_date         First day
--   end_date           Last day; NULL where it is not known
--   cost               What it cost in all; NULL where nothing is stated or booked [reporting currency]
--   stated_cost        Cost by the file of campaigns [reporting currency]
--   booked_cost        Costs booked on it up to the as-of date; NULL where there are none [reporting currency]
--   acquisition_cost   Cost less what is booked on it for service or retention; NULL where cost is [reporting currency]
--   purpose            acquisition, retention, or both, by what is booked; acquisition where nothing is; NULL where cost is
--   reach              Persons reached; NULL where that is not known [persons]
--   opened             Persons who opened it, and did no more [persons]
--   answered           Persons who answered or converted [persons]
--   answer_rate        Share of those reached; NULL where reach is not known, 0 or less than the answers [0 to 1]
--   answer_low         Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   answer_high        Upper end [0 to 1]
--   answer_reason      Why there is no rate: reach not known, nobody reached, more answers than persons reached; NULL where there is one
--   converted          Persons who converted [persons]
--   converted_rate     Share of those who answered; NULL where nobody did [0 to 1]
--   converted_low      Lower end of its interval (Wilson) [0 to 1]
--   converted_high     Upper end [0 to 1]
--   opted_out          Persons who do not want to hear from us again [persons]
-- checks:
--   who converted has answered: converted <= answered
--   a rate or a reason: (answer_rate is null) = (answer_reason is not null)
--   the cost is no less than its parts: cost is null or (cost >= coalesce(stated_cost, 0) and cost >= coalesce(booked_cost, 0))
with
    booked as (
        select
            costs.campaign_id,
            sum(costs.amount) as amount,
            sum(
                case
                    when costs.kind <> 'acquisition' then costs.amount
                    else 0
                end
            ) as other_amount
        from
            staging.stg_costs as costs
            left join staging.stg_customers as customers on costs.customer_id = customers.customer_id
        where
            costs.campaign_id is not null
            and (
                costs.customer_id is null
                or customers.kind <> 'internal'
            )
        group by
            costs.campaign_id
    ),
    acts as (
        select
            responses.campaign_id,
            coalesce(responses.customer_id, leads.customer_id) as customer_id,
            responses.lead_id,
            case
                when coalesce(responses.customer_id, responses.lead_id) is null then responses.response_number
            end as response_number,
            responses.response
        from
            staging.stg_campaign_responses as responses
            left join staging.stg_leads as leads on responses.lead_id = leads.lead_id
            left join staging.stg_customers as customers on coalesce(responses.customer_id, leads.customer_id) = customers.customer_id
        where
            (customers.kind = 'internal') is not true
        union all
        select
            campaign_id,
            customer_id,
            null,
            null,
            'converted'
        from
            marts.orders
        where
            order_count > 0
            and campaign_id is not null
    ),
    persons as (
        select
            campaign_id,
            customer_id,
            case
                when customer_id is null then lead_id
            end as lead_id,
            response_number,
            max(
                case
                    when response in ('responded', 'converted') then 1
                    else 0
                end
            ) as has_answered,
            max(
                case
                    when response = 'converted' then 1
                    else 0
                end
            ) as has_converted,
            max(
                case
                    when response = 'opened' then 1
                    else 0
                end
            ) as has_opened,
            max(
                case
                    when response = 'opted_out' then 1
                    else 0
                end
            ) as has_opted_out
        from
            acts
        group by
            campaign_id,
            customer_id,
            case
                when customer_id is null then lead_id
            end,
            response_number
    ),
    answers as (
        select
            campaign_id,
            sum(has_answered) as answered,
            sum(has_converted) as converted,
            sum(has_opted_out) as opted_out,
            count(
                case
                    when has_opened = 1
                    and has_answered = 0
                    and has_opted_out = 0 then 1
                end
            ) as opened
        from
            persons
        group by
            campaign_id
    ),
    counted as (
        select
            campaigns.*,
            count(*) over (
                partition by
                    campaigns.name
            ) as namesakes,
            booked.amount as booked_cost,
            coalesce(booked.other_amount, 0) as other_cost,
            greatest(campaigns.cost, booked.amount) as whole_cost,
            coalesce(answers.opened, 0) as opened,
            coalesce(answers.answered, 0) as answered,
            coalesce(answers.converted, 0) as converted,
            coalesce(answers.opted_out, 0) as opted_out,
            case
                when campaigns.reach is null then 'reach not known'
                when campaigns.reach <= 0 then 'nobody reached'
                when campaigns.reach < coalesce(answers.answered, 0) then 'more answers than persons reached'
            end as answer_reason
        from
            staging.stg_campaigns as campaigns
            left join booked on campaigns.campaign_id = booked.campaign_id
            left join answers on campaigns.campaign_id = answers.campaign_id
    )
select
    counted.campaign_id,
    case
        when counted.name is null then counted.campaign_id
        when counted.namesakes > 1 then counted.name || ' (' || counted.campaign_id || ')'
        else counted.name
    end as label,
    counted.channel,
    counted.start_date,
    counted.end_date,
    counted.whole_cost::decimal(18, 4) as cost,
    counted.cost as stated_cost,
    counted.booked_cost::decimal(18, 4) as booked_cost,
    (counted.whole_cost - counted.other_cost)::decimal(18, 4) as acquisition_cost,
    case
        when counted.whole_cost is null then null
        when counted.other_cost = 0 then 'acquisition'
        when counted.other_cost = counted.whole_cost then 'retention'
        else 'both'
    end as purpose,
    counted.reach::integer as reach,
    counted.opened::integer as opened,
    counted.answered::integer as answered,
    case
        when counted.answer_reason is null then safe_div(counted.answered, counted.reach)
    end as answer_rate,
    case
        when counted.answer_reason is null then wilson_low (counted.answered, counted.reach, quantiles.normal_quantile)
    end as answer_low,
    case
        when counted.answer_reason is null then wilson_high (counted.answered, counted.reach, quantiles.normal_quantile)
    end as answer_high,
    counted.answer_reason,
    counted.converted::integer as converted,
    safe_div(counted.converted, counted.answered) as converted_rate,
    wilson_low (counted.converted, counted.answered, quantiles.normal_quantile) as converted_low,
    wilson_high (counted.converted, counted.answered, quantiles.normal_quantile) as converted_high,
    counted.opted_out::integer as opted_out
from
    counted
    cross join marts.interval_quantile as quantiles
