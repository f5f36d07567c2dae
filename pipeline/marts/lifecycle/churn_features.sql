-- One row per snapshot and customer that was not lost then: what was known of it that day, and whether it then left.
-- There are three snapshots: today, the as-of date; second, prediction.holdout_days before; first, as long before that. A
-- customer is in a snapshot if it had ordered by then, the last time no longer ago than the horizon of lost_after, which is
-- one rule for all of them. It left if it did not order in the prediction.holdout_days after. Everything else comes from what
-- had happened by the snapshot: later orders, returns, answers and resolutions are not in it, nor is what an order lost by
-- returns that came later. That an order was cancelled, and the customer's kind, are taken as they are known today, for
-- their dates are not. Purchases are days with an order. The rhythm is the mean gap between purchases, with one gap more of
-- the usual length of its kind, so that who bought once has one too. What comes from an input is NULL where that holds
-- nothing up to half the window before the snapshot.
-- key: snapshot, customer_id
-- columns:
--   snapshot            first, second or today
--   snapshot_date       Its day
--   customer_id         Customer
--   kind                consumer, business or distributor
--   tenure_days         Days since the first deal, see customers [days]
--   recency_days        Days since the last purchase [days]
--   rhythm_days         Usual time between its purchases [days]
--   purchases           Days with an order, to date [purchases]
--   recent_purchases    Those of the last prediction.holdout_days [purchases]
--   earlier_purchases   Those of as long before [purchases]
--   revenue             Revenue to date, less the returns that had come in [reporting currency]
--   complaints          Complaints of twice prediction.holdout_days; NULL where tickets are not known [complaints]
--   open_complaints     Complaints to date that were not resolved [complaints]
--   satisfaction_score  Last answer by then; NULL without one [1 to 5]
--   recommend_score     Last answer by then; NULL without one [0 to 10]
--   has_satisfaction    Whether it had answered; NULL where answers are not known
--   has_recommendation  Whether it had answered; NULL where answers are not known
--   contacts            Contacts of twice prediction.holdout_days; NULL where contacts are not known [contacts]
--   has_left            Whether it did not order in the time after; NULL for today
-- checks:
--   nobody is looked at that was lost: recency_days <= (select days from marts.lost_after)
--   what comes after today is not known: (snapshot = 'today') = (has_left is null)
with
    snapshots as (
        select
            'today' as snapshot,
            as_of_date as snapshot_date,
            prediction_holdout_days as holdout_days
        from
            run.settings
        union all
        select
            'second',
            as_of_date - prediction_holdout_days,
            prediction_holdout_days
        from
            run.settings
        union all
        select
            'first',
            as_of_date - 2 * prediction_holdout_days,
            prediction_holdout_days
        from
            run.settings
    ),
    totals as (
        select
            snapshots.snapshot,
            purchases.customer_id,
            min(purchases.purchase_date) as first_order_date,
            max(purchases.purchase_date) as last_order_date,
            count(*) as purchases,
            count(
                case
                    when purchases.purchase_date > snapshots.snapshot_date - snapshots.holdout_days then 1
                end
            ) as recent_purchases,
            count(
                case
                    when purchases.purchase_date > snapshots.snapshot_date - 2 * snapshots.holdout_days
                    and purchases.purchase_date <= snapshots.snapshot_date - snapshots.holdout_days then 1
                end
            ) as earlier_purchases
        from
            marts.purchases as purchases
            inner join snapshots on purchases.purchase_date <= snapshots.snapshot_date
        group by
            snapshots.snapshot,
            purchases.customer_id
    ),
    followers as (
        select distinct
            snapshots.snapshot,
            purchases.customer_id
        from
            marts.purchases as purchases
            inner join snapshots on purchases.purchase_date > snapshots.snapshot_date
            and purchases.purchase_date <= snapshots.snapshot_date + snapshots.holdout_days
    ),
    mean_gaps as (
        select
            totals.snapshot,
            totals.customer_id,
            customers.kind,
            safe_div(totals.last_order_date - totals.first_order_date, totals.purchases - 1) as mean_gap_days
        from
            totals
            inner join marts.customers as customers on totals.customer_id = customers.customer_id
        where
            totals.purchases > 1
    ),
    kind_gaps as (
        select
            snapshot,
            kind,
            quantile_cont(mean_gap_days, 0.5) as gap_days
        from
            mean_gaps
        group by
            snapshot,
            kind
    ),
    all_gaps as (
        select
            snapshot,
            quantile_cont(mean_gap_days, 0.5) as gap_days
        from
            mean_gaps
        group by
            snapshot
    ),
    worths as (
        select
            snapshots.snapshot,
            orders.customer_id,
            sum(placed.amount) as amount
        from
            marts.orders as orders
            inner join staging.stg_orders as placed on orders.order_id = placed.order_id
            inner join snapshots on orders.order_date <= snapshots.snapshot_date
        group by
            snapshots.snapshot,
            orders.customer_id
    ),
    returned as (
        select
            snapshots.snapshot,
            orders.customer_id,
            sum(returns.amount) as amount
        from
            staging.stg_returns as returns
            inner join marts.orders as orders on returns.order_id = orders.order_id
            inner join snapshots on returns.return_date <= snapshots.snapshot_date
            and orders.order_date <= snapshots.snapshot_date
        where
            returns.taken_off = 'order'
        group by
            snapshots.snapshot,
            orders.customer_id
    ),
    complaints as (
        select
            snapshots.snapshot,
            tickets.customer_id,
            count(
                case
                    when tickets.opened_at::date > snapshots.snapshot_date - 2 * snapshots.holdout_days then 1
                end
            ) as complaints,
            count(
                case
                    when tickets.resolved_at is null
                    or tickets.resolved_at::date > snapshots.snapshot_date then 1
                end
            ) as open_complaints
        from
            staging.stg_tickets as tickets
            inner join snapshots on tickets.opened_at::date <= snapshots.snapshot_date
        where
            tickets.kind = 'complaint'
        group by
            snapshots.snapshot,
            tickets.customer_id
    ),
    contacts as (
        select
            snapshots.snapshot,
            interactions.customer_id,
            count(*) as contacts
        from
            staging.stg_interactions as interactions
            inner join snapshots on interactions.interaction_date <= snapshots.snapshot_date
            and interactions.interaction_date > snapshots.snapshot_date - 2 * snapshots.holdout_days
        group by
            snapshots.snapshot,
            interactions.customer_id
    ),
    answers as (
        select
            snapshots.snapshot,
            surveys.customer_id,
            surveys.satisfaction_score as score,
            'satisfaction' as question,
            row_number() over (
                partition by
                    snapshots.snapshot,
                    surveys.customer_id
                order by
                    surveys.answered_date desc,
                    surveys.survey_id desc
            ) as place
        from
            staging.stg_surveys as surveys
            inner join snapshots on surveys.answered_date <= snapshots.snapshot_date
        where
            surveys.satisfaction_score is not null
            and surveys.customer_id is not null
        union all
        select
            snapshots.snapshot,
            surveys.customer_id,
            surveys.recommend_score,
            'recommendation',
            row_number() over (
                partition by
                    snapshots.snapshot,
                    surveys.customer_id
                order by
                    surveys.answered_date desc,
                    surveys.survey_id desc
            )
        from
            staging.stg_surveys as surveys
            inner join snapshots on surveys.answered_date <= snapshots.snapshot_date
        where
            surveys.recommend_score is not null
            and surveys.customer_id is not null
    ),
    scores as (
        select
            snapshot,
            customer_id,
            max(
                case
                    when question = 'satisfaction' then score
                end
            ) as satisfaction_score,
            max(
                case
                    when question = 'recommendation' then score
                end
            ) as recommend_score
        from
            answers
        where
            place = 1
        group by
            snapshot,
            customer_id
    ),
    -- Since when each input tells anything.
    beginnings as (
        select
            (
                select
                    min(opened_at)::date
                from
                    staging.stg_tickets
            ) as tickets_date,
            (
                select
                    min(answered_date)
                from
                    staging.stg_surveys
                where
                    satisfaction_score is not null
            ) as satisfaction_date,
            (
                select
                    min(answered_date)
                from
                    staging.stg_surveys
                where
                    recommend_score is not null
            ) as recommendation_date,
            (
                select
                    min(interaction_date)
                from
                    staging.stg_interactions
            ) as contacts_date
    ),
    known as (
        select
            snapshots.*,
            coalesce(beginnings.tickets_date <= snapshots.snapshot_date - snapshots.holdout_days, false) as has_tickets,
            coalesce(beginnings.satisfaction_date <= snapshots.snapshot_date - snapshots.holdout_days, false) as has_satisfaction,
            coalesce(beginnings.recommendation_date <= snapshots.snapshot_date - snapshots.holdout_days, false) as has_recommendation,
            coalesce(beginnings.contacts_date <= snapshots.snapshot_date - snapshots.holdout_days, false) as has_contacts
        from
            snapshots
            cross join beginnings
    )
select
    known.snapshot,
    known.snapshot_date,
    totals.customer_id,
    customers.kind,
    (known.snapshot_date - customers.first_deal_date)::integer as tenure_days,
    (known.snapshot_date - totals.last_order_date)::integer as recency_days,
    safe_div(
        totals.last_order_date - totals.first_order_date + coalesce(kind_gaps.gap_days, all_gaps.gap_days, known.holdout_days),
        totals.purchases
    ) as rhythm_days,
    totals.purchases::integer as purchases,
    totals.recent_purchases::integer as recent_purchases,
    totals.earlier_purchases::integer as earlier_purchases,
    (coalesce(worths.amount, 0) - coalesce(returned.amount, 0))::decimal(18, 4) as revenue,
    case
        when known.has_tickets then coalesce(complaints.complaints, 0)
    end::integer as complaints,
    case
        when known.has_tickets then coalesce(complaints.open_complaints, 0)
    end::integer as open_complaints,
    case
        when known.has_satisfaction then scores.satisfaction_score
    end::integer as satisfaction_score,
    case
        when known.has_recommendation then scores.recommend_score
    end::integer as recommend_score,
    case
        when known.has_satisfaction then scores.satisfaction_score is not null
    end as has_satisfaction,
    case
        when known.has_recommendation then scores.recommend_score is not null
    end as has_recommendation,
    case
        when known.has_contacts then coalesce(contacts.contacts, 0)
    end::integer as contacts,
    case
        when known.snapshot <> 'today' then followers.customer_id is null
    end as has_left
from
    totals
    inner join known on totals.snapshot = known.snapshot
    inner join marts.customers as customers on totals.customer_id = customers.customer_id
    cross join marts.lost_after as horizons
    left join followers on totals.snapshot = followers.snapshot
    and totals.customer_id = followers.customer_id
    left join kind_gaps on totals.snapshot = kind_gaps.snapshot
    and customers.kind = kind_gaps.kind
    left join all_gaps on totals.snapshot = all_gaps.snapshot
    left join worths on totals.snapshot = worths.snapshot
    and totals.customer_id = worths.customer_id
    left join returned on totals.snapshot = returned.snapshot
    and totals.customer_id = returned.customer_id
    left join complaints on totals.snapshot = complaints.snapshot
    and totals.customer_id = complaints.customer_id
    left join contacts on totals.snapshot = contacts.snapshot
    and totals.customer_id = contacts.customer_id
    left join scores on totals.snapshot = scores.snapshot
    and totals.customer_id = scores.customer_id
where
    known.snapshot_date - totals.last_order_date <= horizons.days
