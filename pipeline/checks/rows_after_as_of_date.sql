-- Bad rows: rows dated after the as-of date, which the analyses leave out, by entity
-- severity: warning
-- fix: mend the dates that are wrong, or set a later as_of_date in project.yaml; as of an earlier day on purpose, leave it as it is
with
    -- What is planned lies ahead by nature: campaigns, actions, goals, announced events. Orders have a check of their own.
    dated as (
        select
            'returns' as entity,
            return_date as day
        from
            raw.returns
        union all
        select
            'invoices',
            invoice_date
        from
            raw.invoices
        union all
        select
            'financials',
            greatest(period_end, published_date)
        from
            raw.financials
        union all
        select
            'interactions',
            interaction_date
        from
            raw.interactions
        union all
        select
            'tickets',
            opened_at::date
        from
            raw.tickets
        union all
        select
            'surveys',
            coalesce(sent_date, answered_date)
        from
            raw.surveys
        union all
        select
            'answers to surveys',
            answered_date
        from
            raw.surveys
            cross join run.settings as settings
        where
            sent_date <= settings.as_of_date
        union all
        select
            'leads',
            created_date
        from
            raw.leads
        union all
        select
            'campaign_responses',
            response_date
        from
            raw.campaign_responses
        union all
        select
            'costs',
            cost_date
        from
            raw.costs
    )
select
    dated.entity,
    count(*) as rows_after,
    min(dated.day) as first_date,
    max(dated.day) as last_date
from
    dated
    cross join run.settings as settings
where
    dated.day > settings.as_of_date
group by
    dated.entity
order by
    dated.entity
