-- Bad rows: groupings of leads whose parts do not add up to all leads, those won, lost and open, or their pipeline
-- severity: error
-- fix: a group loses or doubles leads; compare marts.leads_by_group, marts.lead_conversion and marts.customers_by_lead_source with marts.leads and staging.stg_leads
with
    recorded as (
        select
            count(*) as leads,
            count(
                case
                    when status = 'open' then 1
                end
            ) as open_leads,
            count(
                case
                    when status = 'won' then 1
                end
            ) as won_leads,
            count(
                case
                    when status = 'lost' then 1
                end
            ) as lost_leads,
            coalesce(
                sum(
                    case
                        when status = 'open' then expected_amount
                    end
                ),
                0
            ) as pipeline_amount
        from
            staging.stg_leads
    ),
    parts as (
        select
            'leads' as figures,
            dimension as part,
            sum(leads) as leads,
            sum(open_leads) as open_leads,
            sum(won_leads) as won_leads,
            sum(lost_leads) as lost_leads,
            coalesce(sum(pipeline_amount), 0) as pipeline_amount
        from
            marts.leads_by_group
        where
            dimension <> 'lost reason'
        group by
            dimension
        union all
        select
            'lost reasons',
            dimension,
            null,
            null,
            null,
            sum(leads),
            null
        from
            marts.leads_by_group
        where
            dimension = 'lost reason'
        group by
            dimension
        union all
        select
            'conversion',
            dimension || ', months: ' || months,
            sum(leads + young_leads + undated_leads),
            null,
            null,
            null,
            null
        from
            marts.lead_conversion
        group by
            dimension,
            months
        union all
        select
            'customers made',
            dimension || ', days: ' || days,
            null,
            null,
            sum(unnamed_leads + other_leads + undated_customers + young_customers + customers),
            null,
            null
        from
            marts.customers_by_lead_source
        group by
            dimension,
            days
    )
select
    parts.figures,
    parts.part,
    parts.leads,
    recorded.leads as expected_leads,
    parts.open_leads,
    recorded.open_leads as expected_open_leads,
    parts.won_leads,
    recorded.won_leads as expected_won_leads,
    parts.lost_leads,
    recorded.lost_leads as expected_lost_leads,
    parts.pipeline_amount,
    recorded.pipeline_amount as expected_pipeline_amount
from
    parts
    cross join recorded
where
    (
        coalesce(parts.leads, recorded.leads) = recorded.leads
        and coalesce(parts.open_leads, recorded.open_leads) = recorded.open_leads
        and coalesce(parts.won_leads, recorded.won_leads) = recorded.won_leads
        and coalesce(parts.lost_leads, recorded.lost_leads) = recorded.lost_leads
        and coalesce(parts.pipeline_amount, recorded.pipeline_amount) = recorded.pipeline_amount
    ) is not true
