-- One row per customer: its tier of the customer pyramid in the current window and in the one before.
-- Customers with an order in the window are ranked by revenue or margin (settings.value.measure). A tier with the
-- cumulative top_share p ends at position ceil(p x n) of the n ranked, the nearest-rank quantile, and takes in every
-- customer whose value equals the one there: ties stay together, in the upper tier. A value of zero or less belongs to
-- the last tier wherever it ranks. Source of the pyramid: J. and A. Curry, The Customer Marketing Method (2000).
-- key: customer_id
-- columns:
--   customer_id          Customer
--   value                Revenue or margin in the current window; NULL without a tier [reporting currency]
--   value_rank           Rank by value in the current window, from 1; equal customers share it
--   tier_position        Number of the tier in the current window, from 1 at the top
--   tier                 Tier in the current window; NULL where the customer is not ranked
--   tier_reason          Why there is no tier: never bought, no purchase, margin not known
--   prior_value          Revenue or margin in the prior window; NULL without a tier [reporting currency]
--   prior_value_rank     Rank by value in the prior window, from 1; equal customers share it
--   prior_tier_position  Number of the tier in the prior window, from 1 at the top
--   prior_tier           Tier in the prior window; NULL where the customer was not ranked
--   prior_tier_reason    Why there is no prior tier: not yet a customer, no purchase, margin not known
--   movement             up, down or same from tier to tier; new or returned without a purchase in the prior window;
--                        lapsed without one in the current; NULL without either, or where a margin is not known
-- checks:
--   a customer has a tier or a reason: (tier is null) = (tier_reason is not null)
--   a customer has a prior tier or a reason: (prior_tier is null) = (prior_tier_reason is not null)
--   only the last tier holds values of zero or less: tier is null or value > 0
--     or tier_position = (select max(position) from run.value_tiers)
with
    window_values as (
        select
            customers.customer_id,
            'current' as period,
            case
                when settings.value_measure = 'margin' then customers.current_margin
                else customers.current_revenue
            end as value
        from
            marts.customers as customers
            cross join run.settings as settings
        where
            customers.current_orders > 0
        union all
        select
            customers.customer_id,
            'prior',
            case
                when settings.value_measure = 'margin' then customers.prior_margin
                else customers.prior_revenue
            end
        from
            marts.customers as customers
            cross join run.settings as settings
        where
            customers.prior_orders > 0
    ),
    ranked as (
        select
            customer_id,
            period,
            value,
            rank() over (
                partition by
                    period
                order by
                    value desc
            ) as value_rank
        from
            window_values
        where
            value is not null
    ),
    ends as (
        select
            ranked.period,
            tiers.position,
            -- In decimals: 0.28 x 25 in doubles is more than 7, and would be rounded up to 8.
            ceil(tiers.top_share::decimal(20, 9) * count(*)) as last_rank
        from
            ranked
            cross join run.value_tiers as tiers
        group by
            ranked.period,
            tiers.position,
            tiers.top_share
    ),
    cuts as (
        select
            period,
            position,
            lag (last_rank, 1, 0) over (
                partition by
                    period
                order by
                    position
            ) as rank_before,
            last_rank,
            max(position) over (
                partition by
                    period
            ) as last_position
        from
            ends
    ),
    placed as (
        select
            ranked.customer_id,
            ranked.period,
            ranked.value,
            ranked.value_rank::integer as value_rank,
            case
                when ranked.value > 0 then cuts.position
                else cuts.last_position
            end::integer as tier_position
        from
            ranked
            inner join cuts on ranked.period = cuts.period
            and ranked.value_rank > cuts.rank_before
            and ranked.value_rank <= cuts.last_rank
    ),
    named as (
        select
            placed.*,
            tiers.tier
        from
            placed
            inner join run.value_tiers as tiers on placed.tier_position = tiers.position
    )
select
    customers.customer_id,
    current_places.value,
    current_places.value_rank,
    current_places.tier_position,
    current_places.tier,
    case
        when current_places.tier is not null then null
        when customers.current_orders > 0 then 'margin not known'
        when customers.orders > 0 then 'no purchase'
        else 'never bought'
    end as tier_reason,
    prior_places.value as prior_value,
    prior_places.value_rank as prior_value_rank,
    prior_places.tier_position as prior_tier_position,
    prior_places.tier as prior_tier,
    case
        when prior_places.tier is not null then null
        when customers.prior_orders > 0 then 'margin not known'
        when customers.orders > customers.current_orders then 'no purchase'
        -- As for the drivers of change: who dealt with us before the orders on record begin is not new.
        when customers.first_deal_date <= settings.as_of_date - settings.analysis_window_days then 'no purchase'
        else 'not yet a customer'
    end as prior_tier_reason,
    case
        when current_places.tier_position < prior_places.tier_position then 'up'
        when current_places.tier_position > prior_places.tier_position then 'down'
        when current_places.tier_position = prior_places.tier_position then 'same'
        when current_places.tier is not null
        and prior_tier_reason = 'not yet a customer' then 'new'
        when current_places.tier is not null
        and prior_tier_reason = 'no purchase' then 'returned'
        when prior_places.tier is not null
        and tier_reason = 'no purchase' then 'lapsed'
    end as movement
from
    marts.customers as customers
    cross join run.settings as settings
    left join named as current_places on customers.customer_id = current_places.customer_id
    and current_places.period = 'current'
    left join named as prior_places on customers.customer_id = prior_places.customer_id
    and prior_places.period = 'prior'
