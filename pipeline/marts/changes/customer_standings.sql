-- One row per customer: where it stands by tier, class, state and grade, as the next run will compare it. Places go from the best, 1, on;
-- what has no order has none.
-- key: customer_id
-- columns:
--   customer_id            Customer
--   tier                   Tier of the current window; no tier without a purchase in it
--   tier_position          Place of the tier; of no tier, one after the last
--   profit_class           good, marginal, bad or not classified
--   profit_class_position  Place of the class; NULL for not classified
--   rfm_class              One of the eight classes of RFM; not scored without a purchase that counts
--   state                  State on the as-of date, see customer_states; not on record where no month is
--   state_position         Place of the state: loyal, repeat, first-time, target, prospect, non-customer, lost; NULL for not on record
--   grade                  Grade of solvency; no credit for who is no client on credit
--   grade_position         Place of the grade; NULL for not graded and no credit
--   revenue                Revenue in the current window; NULL for who never ordered [reporting currency]
--   exposure               What is at stake with a client on credit; NULL for others, and where it is not known [reporting currency]
-- checks:
--   every customer stands here: (select count(*) from marts.customer_standings) = (select count(*) from marts.customers)
select
    customers.customer_id,
    coalesce(tiers.tier, 'no tier') as tier,
    coalesce(
        tiers.tier_position,
        (
            select
                max(position) + 1
            from
                run.value_tiers
        )
    )::integer as tier_position,
    coalesce(profits.profit_class, 'not classified') as profit_class,
    case profits.profit_class
        when 'good' then 1
        when 'marginal' then 2
        when 'bad' then 3
    end as profit_class_position,
    coalesce(scores.class, 'not scored') as rfm_class,
    coalesce(states.state, 'not on record') as state,
    case states.state
        when 'loyal' then 1
        when 'repeat' then 2
        when 'first-time' then 3
        when 'target' then 4
        when 'prospect' then 5
        when 'non-customer' then 6
        when 'lost' then 7
    end as state_position,
    coalesce(clients.grade, 'no credit') as grade,
    grades.position::integer as grade_position,
    customers.current_revenue::double as revenue,
    clients.exposure::double as exposure
from
    marts.customers as customers
    cross join run.settings as settings
    left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
    left join marts.customer_profits as profits on customers.customer_id = profits.customer_id
    left join marts.rfm_customers as scores on customers.customer_id = scores.customer_id
    left join marts.customer_states as states on customers.customer_id = states.customer_id
    and settings.as_of_date = states.month_end
    left join marts.client_solvency as clients on customers.customer_id = clients.customer_id
    left join run.solvency_grades as grades on clients.grade = grades.grade
    and grades.min_score is not null
