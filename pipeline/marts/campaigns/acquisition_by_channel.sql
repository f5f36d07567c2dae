-- One row per window and channel, and for all channels: what was spent to win customers, how many were won, and whether they are worth it.
-- Acquisition cost (CAC) = what was spent in the window / customers won in it, see acquisition_spend and customer_acquisitions. What no channel is
-- known for, spend and customers, is a row of its own: it is in the figures of all, and has no cost per customer. Customers can be told to be new
-- where orders are on record for as long before the window as customers may be silent (lost_after), and spend counts where it is on record from the
-- beginning of the window on (campaigns.spend_gap_days). Lifetime value is the mean of the customers won in the window of whom it is known: margin
-- to date and to come, before what winning and serving them cost, as the margin that pays back is. By the channel that customers are served through
-- they divide otherwise, and are as many (sales_by_group).
-- Months to pay back are the first after which a customer has left, in the mean, as much margin as winning one cost; they are looked for up to
-- campaigns.payback_months. The mean is summed up month by month: what each month brought, of the customers of both windows who have had that
-- month whole, by their number. So it does not jump where the customers won last drop out. Months that fewer than campaigns.min_customers have had are not
-- observed; of fewer customers with a lifetime value it is not held against the cost.
-- key: period, dimension, group_value, has_value
-- columns:
--   period                current or prior: the window
--   dimension             all or channel
--   group_value           Channel; all for all of them, not attributed for what has none
--   has_value             Whether a channel is known
--   spend                 Spent to win customers [reporting currency]
--   campaign_spend        Part of it that was spent on campaigns [reporting currency]
--   is_new_known          Whether orders are on record for long enough before the window to tell who was won in it
--   customers_won         Customers won [customers]
--   won_change_rate       Change of the customers won from the window before; NULL for prior, and where either is not known or 0 before
--   campaign_customers    Those of them won by a campaign [customers]
--   cost_per_customer     Spend by customers won (CAC); NULL with a reason [reporting currency]
--   cost_reason           Why there is none: no spend on record, spend not on record for the whole window, orders on record for too short a
--                         time, not attributed, nobody won; NULL where there is one
--   cost_change_rate      Change of it from the window before; NULL for prior, and where either is not known or 0 before
--   lifetime_value        Margin of a customer won, to date and to come, before what winning and serving it cost; NULL where it is not known [reporting currency]
--   valued_customers      Customers won of whom it is known [customers]
--   predicted_customers   Those of them of whom it holds what is still to come [customers]
--   value_to_cost         Lifetime value by cost per customer (CLV : CAC); NULL where either is not known, or the value of too few customers
--   payback_months        Months to pay back; NULL with a reason [months]
--   observed_months       Months that enough customers have had whole, up to campaigns.payback_months [months]
--   payback_reason        Why there are none: no cost per customer, too few customers, margin not known, not yet observed (not within the observed
--                         months, which are not all), not within the months looked at; NULL where there are some
-- checks:
--   a cost or a reason: (cost_per_customer is null) = (cost_reason is not null)
--   months or a reason: (payback_months is null) = (payback_reason is not null)
--   paid back in a month that was observed: payback_months is null or payback_months <= observed_months
with
    dimensions as (
        select
            unnest(['all', 'channel']) as dimension
    ),
    record as (
        select
            settings.as_of_date - settings.analysis_window_days as current_start,
            settings.as_of_date - 2 * settings.analysis_window_days as prior_start,
            (
                select
                    min(spend_date)
                from
                    marts.acquisition_spend
            ) as first_spend_date,
            (
                select
                    min(purchase_date)
                from
                    marts.purchases
            ) as first_purchase_date,
            (
                select
                    max(days)
                from
                    marts.lost_after
            ) as lost_after_days
        from
            run.settings as settings
    ),
    spent as (
        select
            spend.spent_in as period,
            dimensions.dimension,
            case dimensions.dimension
                when 'all' then 'all'
                else spend.channel
            end as group_channel,
            sum(spend.amount) as spend,
            sum(
                case
                    when spend.campaign_id is not null then spend.amount
                    else 0
                end
            ) as campaign_spend
        from
            marts.acquisition_spend as spend
            cross join dimensions
        where
            spend.spent_in is not null
        group by
            spend.spent_in,
            dimensions.dimension,
            group_channel
    ),
    members as (
        select
            acquisitions.*,
            dimensions.dimension,
            case dimensions.dimension
                when 'all' then 'all'
                else acquisitions.channel
            end as group_channel
        from
            marts.customer_acquisitions as acquisitions
            cross join dimensions
        where
            acquisitions.won_in is not null
    ),
    won as (
        select
            won_in as period,
            dimension,
            group_channel as channel,
            count(*) as customers_won,
            count(campaign_id) as campaign_customers,
            count(lifetime_value) as valued_customers,
            count(
                case
                    when is_predicted then 1
                end
            ) as predicted_customers,
            sum(lifetime_value) as lifetime_value
        from
            members
        group by
            won_in,
            dimension,
            group_channel
    ),
    groups as (
        select
            period,
            dimension,
            group_channel as channel
        from
            spent
        union
        select
            period,
            dimension,
            channel
        from
            won
    ),
    costed as (
        select
            groups.period,
            groups.dimension,
            groups.channel,
            coalesce(spent.spend, 0) as spend,
            coalesce(spent.campaign_spend, 0) as campaign_spend,
            coalesce(won.customers_won, 0) as customers_won,
            coalesce(won.campaign_customers, 0) as campaign_customers,
            coalesce(won.valued_customers, 0) as valued_customers,
            coalesce(won.predicted_customers, 0) as predicted_customers,
            safe_div(won.lifetime_value, won.valued_customers) as lifetime_value,
            (
                record.first_purchase_date <= case groups.period
                    when 'current' then record.current_start
                    else record.prior_start
                end - record.lost_after_days
            ) is true as is_new_known,
            case
                when spent.spend is null then 'no spend on record'
                when groups.channel is null then 'not attributed'
                when record.first_spend_date > case groups.period
                    when 'current' then record.current_start
                    else record.prior_start
                end + settings.campaigns_spend_gap_days then 'spend not on record for the whole window'
                when (
                    record.first_purchase_date <= case groups.period
                        when 'current' then record.current_start
                        else record.prior_start
                    end - record.lost_after_days
                ) is not true then 'orders on record for too short a time'
                when won.customers_won is null then 'nobody won'
            end as cost_reason
        from
            groups
            cross join record
            cross join run.settings as settings
            left join spent on groups.period = spent.period
            and groups.dimension = spent.dimension
            and groups.channel is not distinct from spent.group_channel
            left join won on groups.period = won.period
            and groups.dimension = won.dimension
            and groups.channel is not distinct from won.channel
    ),
    -- What each month since customers were won brought, of those who have had it whole.
    months as (
        select
            unnest(range(1, settings.campaigns_payback_months + 1))::integer as months,
            settings.as_of_date
        from
            run.settings as settings
    ),
    followed as (
        select
            members.dimension,
            members.group_channel as channel,
            months.months,
            count(*) as customers
        from
            members
            inner join months on (members.won_date + to_months(months.months))::date <= months.as_of_date
        group by
            members.dimension,
            members.group_channel,
            months.months
    ),
    order_months as (
        select
            members.dimension,
            members.group_channel as channel,
            months.months,
            count(*) as orders,
            count(orders.margin) as known_orders,
            sum(orders.margin) as margin
        from
            members
            inner join months on (members.won_date + to_months(months.months))::date <= months.as_of_date
            inner join marts.orders as orders on members.customer_id = orders.customer_id
            and orders.order_date < (members.won_date + to_months(months.months))::date
            and (
                months.months = 1
                or orders.order_date >= (members.won_date + to_months(months.months - 1))::date
            )
        group by
            members.dimension,
            members.group_channel,
            months.months
    ),
    observed as (
        select
            followed.dimension,
            followed.channel,
            followed.months,
            case
                when order_months.orders is null then 0
                when order_months.orders = order_months.known_orders then safe_div(order_months.margin, followed.customers)
            end as margin_per_customer
        from
            followed
            cross join run.settings as settings
            left join order_months on followed.dimension = order_months.dimension
            and followed.channel is not distinct from order_months.channel
            and followed.months = order_months.months
        where
            followed.customers >= settings.campaigns_min_customers
    ),
    courses as (
        select
            observed.dimension,
            observed.channel,
            observed.months,
            case
                when count(*) = count(earlier.margin_per_customer) then sum(
                    earlier.margin_per_customer
                    order by
                        earlier.months
                )
            end as margin_per_customer
        from
            observed
            inner join observed as earlier on observed.dimension = earlier.dimension
            and observed.channel is not distinct from earlier.channel
            and observed.months >= earlier.months
        group by
            observed.dimension,
            observed.channel,
            observed.months
    ),
    lengths as (
        select
            dimension,
            channel,
            max(months) as observed_months
        from
            observed
        group by
            dimension,
            channel
    ),
    paid_back as (
        select
            costed.period,
            costed.dimension,
            costed.channel,
            count(*) as course_months,
            count(courses.margin_per_customer) as known_months,
            min(
                case
                    when courses.margin_per_customer >= costed.spend::double / costed.customers_won then courses.months
                end
            ) as payback_months
        from
            costed
            inner join courses on costed.dimension = courses.dimension
            and costed.channel is not distinct from courses.channel
        where
            costed.cost_reason is null
        group by
            costed.period,
            costed.dimension,
            costed.channel
    ),
    reasoned as (
        select
            costed.*,
            case
                when costed.cost_reason is null then safe_div(costed.spend, costed.customers_won)
            end as cost_per_customer,
            paid_back.payback_months,
            coalesce(lengths.observed_months, 0) as observed_months,
            case
                when costed.cost_reason is not null then 'no cost per customer'
                when paid_back.course_months is null then 'too few customers'
                when paid_back.payback_months is null
                and paid_back.known_months < paid_back.course_months then 'margin not known'
                when paid_back.payback_months is null
                and lengths.observed_months < settings.campaigns_payback_months then 'not yet observed'
                when paid_back.payback_months is null then 'not within the months looked at'
            end as payback_reason
        from
            costed
            cross join run.settings as settings
            left join lengths on costed.dimension = lengths.dimension
            and costed.channel is not distinct from lengths.channel
            left join paid_back on costed.period = paid_back.period
            and costed.dimension = paid_back.dimension
            and costed.channel is not distinct from paid_back.channel
    )
select
    reasoned.period,
    reasoned.dimension,
    coalesce(reasoned.channel, 'not attributed') as group_value,
    reasoned.channel is not null as has_value,
    reasoned.spend::decimal(18, 4) as spend,
    reasoned.campaign_spend::decimal(18, 4) as campaign_spend,
    reasoned.is_new_known,
    reasoned.customers_won::integer as customers_won,
    case
        when reasoned.is_new_known
        and before.is_new_known then safe_div(reasoned.customers_won - before.customers_won, before.customers_won)
    end as won_change_rate,
    reasoned.campaign_customers::integer as campaign_customers,
    reasoned.cost_per_customer,
    reasoned.cost_reason,
    safe_div(reasoned.cost_per_customer - before.cost_per_customer, before.cost_per_customer) as cost_change_rate,
    reasoned.lifetime_value,
    reasoned.valued_customers::integer as valued_customers,
    reasoned.predicted_customers::integer as predicted_customers,
    case
        when reasoned.valued_customers >= settings.campaigns_min_customers then safe_div(reasoned.lifetime_value, reasoned.cost_per_customer)
    end as value_to_cost,
    case
        when reasoned.payback_reason is null then reasoned.payback_months
    end::integer as payback_months,
    reasoned.observed_months::integer as observed_months,
    reasoned.payback_reason
from
    reasoned
    cross join run.settings as settings
    left join reasoned as before on reasoned.period = 'current'
    and before.period = 'prior'
    and reasoned.dimension = before.dimension
    and reasoned.channel is not distinct from before.channel
