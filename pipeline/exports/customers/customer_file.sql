-- One row per customer: what its page shows at the top. Personal fields of its file are not in it, nor are sex, age and
-- town, which are shown of groups alone.
-- format: shard
-- columns:
--   recency_days             Days from the last order to the as-of date [days]
--   orders                   Orders to date [orders]
--   revenue                  Revenue to date; NULL without orders [reporting currency]
--   margin                   Margin to date; NULL where the cost of any order is not known [reporting currency]
--   tier_action              What to do for customers of the tier
--   revenue_rank             Rank by revenue in the current window, from 1; equal customers share it; NULL without orders
--   revenue_share            Share of all positive revenue of the current window; NULL for revenue of 0 or less
--   driver                   How the customer moved revenue, see change_by_customer
--   change                   Revenue less that of the window before; NULL without orders in either [reporting currency]
--   rfm_orders               F of RFM [orders]
--   amount                   M of RFM [reporting currency]
--   score                    The three scores of RFM in this order, as 345
--   named_segment            Named segment of RFM
--   named_segment_action     What to do for customers of the named segment
--   class                    Class of RFM
--   class_zh                 Name of the class in Chinese
--   segment                  Decision segment of RFM
--   segment_zh               Its name in Chinese
--   action                   What to do for customers of the decision segment
--   profit                   Margin less cost to serve, current window [reporting currency]
--   profit_rate              Profit as share of revenue; NULL where revenue is not positive
--   grade                    Grade of solvency; NULL for who is no client on credit
--   credit_score             Score of the latest statement; NULL where it is not graded [0 to 1]
--   exposure                 What is at stake; NULL where neither invoices nor a limit are known [reporting currency]
--   overdue_amount           Owed and past its due date [reporting currency]
--   overdue_share            Share of what is owed that is overdue; NULL where nothing is owed [0 to 1]
--   limit_use                Open amount as a share of the credit limit; NULL without a limit above 0
--   limit_reason             Why there is no such share: no limit on file, or a limit of 0
--   due_invoices             Invoices that fell due in the current window and are settled or open [invoices]
--   due_days_late            Mean days late over those: to payment where settled, so far where open; negative for early [days]
--   quality_score            Quality of its file [0 to 100]
--   quality_reason           What that score leaves out, and why
--   file_age_days            Days since the file was confirmed or the customer heard from [days]
select
    customers.customer_key,
    customers.label,
    cells.cell,
    customers.kind,
    customers.region,
    customers.country,
    customers.industry,
    customers.company_size,
    customers.channel,
    customers.source,
    customers.owner,
    customers.credit_grade,
    customers.first_order_date,
    customers.last_order_date,
    customers.first_deal_date,
    customers.recency_days,
    customers.orders,
    customers.revenue::double as revenue,
    customers.margin::double as margin,
    customers.current_orders,
    customers.current_revenue::double as current_revenue,
    customers.current_margin::double as current_margin,
    customers.prior_orders,
    customers.prior_revenue::double as prior_revenue,
    customers.prior_margin::double as prior_margin,
    changes.driver,
    changes.change::double as change,
    shares.rank as revenue_rank,
    shares.revenue_share,
    tiers.value::double as value,
    tiers.value_rank,
    tiers.tier,
    tiers.tier_reason,
    tiers.prior_value::double as prior_value,
    tiers.prior_value_rank,
    tiers.prior_tier,
    tiers.prior_tier_reason,
    tiers.movement,
    tier_actions.action as tier_action,
    scores.orders as rfm_orders,
    scores.amount::double as amount,
    scores.recency_score,
    scores.frequency_score,
    scores.monetary_score,
    scores.score,
    scores.segment as named_segment,
    segments.action as named_segment_action,
    scores.class,
    scores.class_zh,
    scores.decision as segment,
    decisions.decision_zh as segment_zh,
    decisions.action,
    scores.cluster,
    scores.cluster_label,
    profits.service_cost::double as service_cost,
    profits.retention_cost::double as retention_cost,
    profits.ticket_cost::double as ticket_cost,
    profits.cost_to_serve::double as cost_to_serve,
    profits.profit::double as profit,
    profits.profit_rate,
    profits.profit_class,
    profits.profit_reason,
    profits.acquisition_cost::double as acquisition_cost,
    profits.historical_value::double as historical_value,
    profits.historical_value_reason,
    clients.statement,
    clients.period_end,
    clients.age_months,
    clients.grade,
    clients.score as credit_score,
    clients.reasons,
    clients.prior_grade,
    clients.grade_change,
    clients.altman_model,
    clients.altman_score,
    clients.altman_zone,
    clients.exposure::double as exposure,
    clients.exposure_basis,
    clients.at_risk::double as at_risk,
    clients.terms,
    clients.limit_advice,
    clients.prepayment,
    clients.credit_stop,
    clients.is_doubtful,
    clients.watch_rank,
    clients.watch_reason,
    receivables.open_invoices,
    receivables.owed_amount::double as owed_amount,
    receivables.credit_amount::double as credit_amount,
    receivables.open_amount::double as open_amount,
    receivables.overdue_amount::double as overdue_amount,
    receivables.overdue_share,
    receivables.oldest_days_overdue,
    receivables.dso_days,
    receivables.dso_reason,
    receivables.credit_limit::double as credit_limit,
    receivables.limit_use,
    receivables.limit_reason,
    receivables.due_invoices,
    receivables.due_days_late,
    files.score as quality_score,
    files.reason as quality_reason,
    files.completeness_rate,
    files.accuracy_rate,
    files.is_fresh,
    files.age_days as file_age_days,
    files.missing_fields,
    files.wrong_fields,
    steps.next_step,
    steps.next_step_reason
from
    marts.customers as customers
    inner join marts.customer_cells as cells on customers.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on customers.customer_id = profits.customer_id
    left join run.value_tiers as tier_actions on tiers.tier = tier_actions.tier
    left join marts.change_by_customer as changes on customers.customer_id = changes.customer_id
    left join marts.customer_shares as shares on customers.customer_id = shares.customer_id
    and shares.period = 'current'
    left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
    left join run.rfm_segments as segments on scores.segment = segments.segment
    left join run.rfm_decisions as decisions on scores.decision = decisions.decision
    left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
    left join marts.receivables_by_customer as receivables on customers.customer_id = receivables.customer_id
    left join marts.customer_quality as files on customers.customer_id = files.customer_id
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
order by
    customers.customer_key
