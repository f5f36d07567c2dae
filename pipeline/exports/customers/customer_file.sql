-- One row per customer: what its page shows at the top. Personal fields of its file are not in it, nor are sex, age and
-- town, which are shown of groups alone.
-- format: shard
-- columns:
--   recency_days             Days from the last order to the as-of date [days]
--   orders                   Orders to date [orders]
--   tier_action              What to do for customers of the tier
--   revenue_rank             Rank by revenue in the current window, from 1; equal customers share it; NULL without orders
--   driver                   How the customer moved revenue, see change_by_customer
--   change                   Revenue less that of the window before; NULL without orders in either [reporting currency]
--   named_segment            Named segment of RFM
--   class                    Class of RFM
--   class_zh                 Name of the class in Chinese
--   segment                  Decision segment of RFM
--   segment_zh               Its name in Chinese
--   action                   What to do for customers of the decision segment
--   profit                   Margin less cost to serve, current window [reporting currency]
--   profit_rate              Profit as share of revenue; NULL where revenue is not positive
--   grade                    Grade of solvency; NULL for who is no client on credit
--   overdue_amount           Owed and past its due date [reporting currency]
--   limit_use                Open amount as a share of the credit limit; NULL without a limit above 0
--   churn_probability        Chance to leave within holdout_days, see customer_churn [0 to 1]
--   churn_band               low, medium or high
--   holdout_days             Time that the chance to leave is of [days]
--   next_order_state         not due, due or late, see customer_rhythms; NULL without a rhythm of its own
--   horizon_months           How far ahead purchases count in what is still to come [months]
--   quality_score            Quality of its file [0 to 100]
--   relationship_level       Level of relationship recommended; NULL without a tier
--   contact_standing         neglected, as due or over-served; NULL where no contact can be due
--   contact_timing           in time, overdue or never contacted; NULL where no contact is due
--   campaign                 Campaign that won the customer; NULL for the others
--   file_age_days            Days since the file was confirmed or the customer heard from [days]
select
    customers.customer_key,
    customers.label,
    customers.kind,
    customers.region,
    customers.country,
    customers.industry,
    customers.company_size,
    customers.channel,
    customers.source,
    customers.owner,
    customers.first_order_date,
    customers.first_deal_date,
    customers.recency_days,
    customers.orders,
    customers.current_orders,
    customers.current_revenue::double as current_revenue,
    customers.prior_revenue::double as prior_revenue,
    changes.driver,
    changes.change::double as change,
    shares.rank as revenue_rank,
    tiers.tier,
    tiers.tier_reason,
    tiers.prior_tier,
    tiers.prior_tier_reason,
    tier_actions.action as tier_action,
    scores.recency_score,
    scores.frequency_score,
    scores.monetary_score,
    scores.segment as named_segment,
    scores.class,
    scores.class_zh,
    scores.decision as segment,
    decisions.decision_zh as segment_zh,
    decisions.action,
    scores.cluster_label,
    profits.cost_to_serve::double as cost_to_serve,
    profits.profit::double as profit,
    profits.profit_rate,
    profits.profit_class,
    profits.profit_reason,
    profits.historical_value::double as historical_value,
    clients.period_end,
    clients.age_months,
    clients.grade,
    clients.reasons,
    clients.altman_zone,
    clients.terms,
    clients.limit_advice,
    clients.prepayment,
    receivables.open_amount::double as open_amount,
    receivables.overdue_amount::double as overdue_amount,
    receivables.oldest_days_overdue,
    receivables.credit_limit::double as credit_limit,
    receivables.limit_use,
    files.score as quality_score,
    files.completeness_rate,
    files.age_days as file_age_days,
    files.missing_fields,
    files.wrong_fields,
    churn.probability as churn_probability,
    churn.band as churn_band,
    churn.reason_1,
    churn.reason_2,
    churn.reason_3,
    settings.prediction_holdout_days::integer as holdout_days,
    rhythms.rhythm_days,
    rhythms.next_order_date,
    rhythms.next_order_from,
    rhythms.next_order_until,
    rhythms.state as next_order_state,
    lifetimes.year_purchases,
    lifetimes.predicted_value::double as predicted_value,
    lifetimes.predicted_low::double as predicted_low,
    lifetimes.predicted_high::double as predicted_high,
    lifetimes.potential_value::double as potential_value,
    settings.value_horizon_months::integer as horizon_months,
    experiences.state,
    experiences.state_since,
    experiences.previous_state,
    levels.level as relationship_level,
    levels.contacts_due::double as contacts_due,
    levels.contacts_made::integer as contacts_made,
    levels.standing as contact_standing,
    levels.timing as contact_timing,
    levels.last_contact_date,
    loyalty.loyalty,
    experiences.due_orders,
    experiences.late_orders,
    experiences.short_orders,
    experiences.complaints,
    experiences.open_complaints,
    experiences.answered_date,
    experiences.recommend_score,
    experiences.satisfaction_score,
    experiences.dissatisfied_since,
    acquisitions.campaign,
    steps.next_step,
    steps.next_step_reason
from
    marts.customers as customers
    inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on customers.customer_id = profits.customer_id
    cross join run.settings as settings
    left join run.value_tiers as tier_actions on tiers.tier = tier_actions.tier
    left join marts.change_by_customer as changes on customers.customer_id = changes.customer_id
    left join marts.customer_shares as shares on customers.customer_id = shares.customer_id
    and shares.period = 'current'
    left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
    left join run.rfm_decisions as decisions on scores.decision = decisions.decision
    left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
    left join marts.receivables_by_customer as receivables on customers.customer_id = receivables.customer_id
    left join marts.customer_quality as files on customers.customer_id = files.customer_id
    left join marts.customer_churn as churn on customers.customer_id = churn.customer_id
    left join marts.customer_rhythms as rhythms on customers.customer_id = rhythms.customer_id
    left join marts.customer_lifetime_values as lifetimes on customers.customer_id = lifetimes.customer_id
    left join marts.customer_experience as experiences on customers.customer_id = experiences.customer_id
    left join marts.relationship_customers as levels on customers.customer_id = levels.customer_id
    left join marts.customer_loyalty as loyalty on customers.customer_id = loyalty.customer_id
    left join marts.customer_acquisitions as acquisitions on customers.customer_id = acquisitions.customer_id
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
order by
    customers.customer_key
