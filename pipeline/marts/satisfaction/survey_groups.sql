-- One row per form and dimension: the group that its customer is in. Kind, region, tier, decision segment of RFM and account manager
-- are those of today; the service point is the one that the customer last turned to within satisfaction.service_days before the
-- answer, or before the form was sent where none came. So each form is in one group of a dimension, and the groups add up to all.
-- key: dimension, survey_id
-- columns:
--   dimension    all, kind, tier, region, segment, owner or service_point
--   survey_id    Survey form
--   group_name   Value of the group; all, missing or anonymous where the kind says so
--   group_kind   all; value; missing: without a value; anonymous: whose customer is not known
--   position     Place of the group where its dimension has an order, as tiers and segments have; else 0
-- checks:
--   each group has a name: group_name is not null
with
    turns as (
        select
            forms.survey_id,
            tickets.service_point,
            row_number() over (
                partition by
                    forms.survey_id
                order by
                    tickets.opened_at desc,
                    tickets.ticket_id desc
            ) as place
        from
            marts.survey_forms as forms
            cross join run.settings as settings
            inner join staging.stg_tickets as tickets on forms.customer_id = tickets.customer_id
            and tickets.opened_at::date <= coalesce(forms.answer_date, forms.sent_date)
            and tickets.opened_at::date > coalesce(forms.answer_date, forms.sent_date) - settings.satisfaction_service_days
        where
            tickets.service_point is not null
    ),
    dimensions as (
        select
            dimension
        from
            (
                values
                    ('kind'),
                    ('tier'),
                    ('region'),
                    ('segment'),
                    ('owner'),
                    ('service_point')
            ) as names (dimension)
    ),
    valued as (
        select
            forms.survey_id,
            forms.customer_id,
            customers.kind,
            customers.region,
            customers.owner,
            tiers.tier,
            tiers.tier_position,
            scores.decision,
            decisions.position as segment_position,
            turns.service_point
        from
            marts.survey_forms as forms
            left join marts.customers as customers on forms.customer_id = customers.customer_id
            left join marts.customer_tiers as tiers on forms.customer_id = tiers.customer_id
            left join marts.rfm_customers as scores on forms.customer_id = scores.customer_id
            left join run.rfm_decisions as decisions on scores.decision = decisions.decision
            left join turns on forms.survey_id = turns.survey_id
            and turns.place = 1
    ),
    grouped as (
        select
            dimensions.dimension,
            valued.survey_id,
            valued.customer_id,
            case dimensions.dimension
                when 'kind' then valued.kind
                when 'tier' then valued.tier
                when 'region' then valued.region
                when 'segment' then valued.decision
                when 'owner' then valued.owner
                else valued.service_point
            end as group_value,
            case dimensions.dimension
                when 'tier' then valued.tier_position
                when 'segment' then valued.segment_position
            end as position
        from
            valued
            cross join dimensions
    )
select
    dimension,
    survey_id,
    case
        when customer_id is null then 'anonymous'
        else coalesce(group_value, 'missing')
    end as group_name,
    case
        when customer_id is null then 'anonymous'
        when group_value is null then 'missing'
        else 'value'
    end as group_kind,
    coalesce(position, 0)::integer as position
from
    grouped
union all
select
    'all',
    survey_id,
    'all',
    'all',
    0
from
    marts.survey_forms
