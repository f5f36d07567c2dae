-- One row per customer, the one with the most revenue in the current window first: what lists of customers are filtered,
-- sorted and made up from, and what the cuts of tiers and scores are tried on. Readers take a list away with all of its
-- columns. What is personal of a single customer is not in it: sex, age, town, income, education and occupation.
-- format: arrow in parts of 5000
-- columns:
--   segment          Decision segment of RFM; NULL where the customer is not scored
--   named_segment    Named segment of RFM
--   class            Class of RFM
--   profit_class     good, marginal, bad or not classified; NULL without a purchase or a cost
--   grade            Grade of solvency; NULL for who is no client on credit
--   prior_grade      Grade of the period before its latest statement's; no statement where there is none; NULL without any
--   statement        State of the latest statement of a client on credit
--   altman_zone      Zone of Altman's score of a client on credit, or no score
--   file_state       poor where the customer file scores below quality.poor_score, else sound; NULL without a file
--   orders           Orders to date [orders]
--   revenue          Revenue to date; NULL without orders [reporting currency]
--   current_revenue  Revenue in the current window; NULL without orders in it [reporting currency]
--   prior_revenue    Revenue in the window before; NULL without orders in it [reporting currency]
--   profit           Margin less cost to serve, current window [reporting currency]
--   value            Revenue or margin that the tier is cut from; NULL without a tier [reporting currency]
--   rfm_orders       F of RFM: orders that the score is cut from [orders]
--   amount           M of RFM: amount that the score is cut from [reporting currency]
--   recency_days     Days from the last order to the as-of date [days]
--   overdue_amount   Owed and past its due date [reporting currency]
--   churn_probability  Chance to leave within prediction.holdout_days, see customer_churn [0 to 1]
--   churn_band       low, medium or high; NULL where no chance is told
--   state            State on the as-of date: prospect, target, non-customer, first-time, repeat, loyal or lost; NULL without a purchase
--                    on record
--   relationship_level  Level of relationship recommended; NULL without a tier
--   contact_standing  neglected, as due or over-served; NULL where no contact can be due
--   contact_timing   in time, overdue or never contacted; NULL where no contact is due
--   service_failure  open complaint, else failed where the current window had an order or complaint that failed, see failed_customers; NULL
--                    for who was not failed
--   campaign         Campaign that won the customer, see customer_acquisitions; NULL for the others
--   driver           How the customer moved revenue, see change_by_customer
--   next_step        What to do next; NULL where there is nothing
select
    customers.customer_key,
    customers.label,
    cells.cell,
    customers.kind,
    customers.region,
    tiers.tier,
    scores.decision as segment,
    customers.owner,
    customers.country,
    customers.industry,
    customers.company_size,
    customers.channel,
    customers.source,
    acquisitions.campaign,
    tiers.prior_tier,
    tiers.movement,
    scores.class,
    scores.segment as named_segment,
    scores.cluster_label,
    scores.recency_score,
    scores.frequency_score,
    scores.monetary_score,
    changes.driver,
    coalesce(
        profits.profit_class,
        case
            when profits.profit_reason = 'margin not known' then 'not classified'
        end
    ) as profit_class,
    clients.grade,
    case
        when clients.period_end is not null then coalesce(clients.prior_grade, 'no statement')
    end as prior_grade,
    clients.statement,
    case
        when clients.customer_id is not null then coalesce(clients.altman_zone, 'no score')
    end as altman_zone,
    customers.credit_grade,
    customers.first_deal_year,
    files.file_age,
    case
        when files.is_poor then 'poor'
        when not files.is_poor then 'sound'
    end as file_state,
    customers.first_order_date,
    customers.recency_days,
    customers.orders,
    customers.current_orders,
    customers.current_revenue::double as current_revenue,
    customers.prior_revenue::double as prior_revenue,
    customers.revenue::double as revenue,
    profits.profit::double as profit,
    clients.exposure::double as exposure,
    clients.overdue_amount::double as overdue_amount,
    churn.probability as churn_probability,
    churn.band as churn_band,
    states.state,
    levels.level as relationship_level,
    levels.standing as contact_standing,
    levels.timing as contact_timing,
    loyalty.attitude,
    loyalty.behaviour,
    case
        when failed.open_complaints > 0 then 'open complaint'
        when failed.customer_id is not null then 'failed'
    end as service_failure,
    tiers.value::double as value,
    scores.orders as rfm_orders,
    scores.amount::double as amount,
    steps.next_step,
    steps.next_step_reason
from
    marts.customers as customers
    inner join marts.customer_cells as cells on customers.customer_id = cells.customer_id
    inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    inner join marts.customer_profits as profits on customers.customer_id = profits.customer_id
    left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
    left join marts.change_by_customer as changes on customers.customer_id = changes.customer_id
    left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
    left join marts.customer_quality as files on customers.customer_id = files.customer_id
    left join marts.customer_churn as churn on customers.customer_id = churn.customer_id
    cross join run.settings as settings
    left join marts.customer_states as states on customers.customer_id = states.customer_id
    and settings.as_of_date = states.month_end
    left join marts.relationship_customers as levels on customers.customer_id = levels.customer_id
    left join marts.customer_loyalty as loyalty on customers.customer_id = loyalty.customer_id
    left join marts.failed_customers as failed on customers.customer_id = failed.customer_id
    left join marts.customer_acquisitions as acquisitions on customers.customer_id = acquisitions.customer_id
    left join marts.next_steps as steps on customers.customer_id = steps.customer_id
order by
    customers.current_revenue desc nulls last,
    customers.customer_key
