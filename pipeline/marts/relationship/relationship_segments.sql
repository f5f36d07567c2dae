-- One row per segment of customers with a tier: the level of relationship that it deserves, from its number of customers and
-- what each of them leaves.
-- Segments are cut by relationship.grouping. A segment has few customers up to few_share of all with a tier, many above
-- many_share, medium between; both are rounded up to whole customers, as the tiers are. Its margin per customer is high from high_margin_factor times the mean of all on, low below
-- low_margin_factor times it, medium between. Many customers make the level basic, reactive or accountable with a low, medium or
-- high margin, a medium number reactive, accountable or proactive, few accountable, proactive or partnership: of the five
-- levels each step of either raises by one. Source: P. Kotler and K. L. Keller, Marketing Management, levels of relationship
-- marketing. The margin is that of the current window; of customers of whom it is not known it is left out of the mean. Where it is
-- known of fewer than margin_known_share of all, revenue stands for it everywhere.
-- key: segment
-- columns:
--   segment              Name of the segment: its tier and kind, or one of the two
--   tier                 Tier; NULL where segments are not cut by it
--   tier_position        Number of the tier, from 1 at the top; NULL likewise
--   kind                 consumer, business or distributor; NULL where segments are not cut by it
--   measure              What a customer's worth is: margin, or revenue where margins are not known
--   customers            Customers [customers]
--   customers_share      Share of all customers with a tier [0 to 1]
--   number_class         many, medium or few
--   revenue              Revenue in the current window [reporting currency]
--   margin               Margin of those of whom it is known; NULL where of none [reporting currency]
--   known_customers      Customers of whom the measure is known [customers]
--   value_per_customer   Margin, or revenue, by these [reporting currency]
--   mean_value           The same of all customers with a tier [reporting currency]
--   value_ratio          Value per customer by that mean; NULL where the mean is not positive
--   margin_class         high, medium or low; NULL where it is not known, or the mean is not positive
--   level_position       Number of the level, from 1; NULL likewise
--   level                Level recommended
--   level_reason         Why there is none: margin not known, mean not positive
-- checks:
--   a segment has a level or a reason: (level is null) = (level_reason is not null)
--   few and low is accountable, many and high too: level_position is null or level_position = 1 + case number_class when 'few' then
--     2 when 'medium' then 1 else 0 end + case margin_class when 'high' then 2 when 'medium' then 1 else 0 end
with
    ranked as (
        select
            customers.customer_id,
            case
                when settings.relationship_grouping in ('tier_and_kind', 'tier') then tiers.tier
            end as tier,
            case
                when settings.relationship_grouping in ('tier_and_kind', 'tier') then tiers.tier_position
            end as tier_position,
            case
                when settings.relationship_grouping in ('tier_and_kind', 'kind') then customers.kind
            end as kind,
            customers.current_revenue,
            customers.current_margin
        from
            marts.customers as customers
            inner join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
            cross join run.settings as settings
        where
            tiers.tier is not null
    ),
    measures as (
        select
            case
                when count(ranked.current_margin) >= max(settings.relationship_margin_known_share)::decimal(20, 9) * count(*) then 'margin'
                else 'revenue'
            end as measure,
            count(*) as customers
        from
            ranked
            cross join run.settings as settings
    ),
    valued as (
        select
            ranked.*,
            measures.measure,
            measures.customers as all_customers,
            case measures.measure
                when 'margin' then ranked.current_margin
                else ranked.current_revenue
            end as value
        from
            ranked
            cross join measures
    ),
    means as (
        select
            safe_div(sum(value), count(value)) as mean_value
        from
            valued
    ),
    sums as (
        select
            tier,
            tier_position,
            kind,
            measure,
            all_customers,
            count(*) as customers,
            sum(current_revenue) as revenue,
            sum(current_margin) as margin,
            count(value) as known_customers,
            safe_div(sum(value), count(value)) as value_per_customer
        from
            valued
        group by
            tier,
            tier_position,
            kind,
            measure,
            all_customers
    ),
    classed as (
        select
            sums.*,
            means.mean_value,
            -- In decimals, as the tiers are cut: 0.28 x 25 in doubles is more than 7, and would be rounded up to 8.
            case
                when sums.customers <= ceil(settings.relationship_few_share::decimal(20, 9) * sums.all_customers) then 'few'
                when sums.customers <= ceil(settings.relationship_many_share::decimal(20, 9) * sums.all_customers) then 'medium'
                else 'many'
            end as number_class,
            case
                when means.mean_value <= 0 then null
                when sums.value_per_customer >= settings.relationship_high_margin_factor * means.mean_value then 'high'
                when sums.value_per_customer >= settings.relationship_low_margin_factor * means.mean_value then 'medium'
                when sums.value_per_customer is not null then 'low'
            end as margin_class
        from
            sums
            cross join means
            cross join run.settings as settings
    ),
    placed as (
        select
            classed.*,
            1 + case number_class
                when 'few' then 2
                when 'medium' then 1
                else 0
            end + case margin_class
                when 'high' then 2
                when 'medium' then 1
                when 'low' then 0
            end as level_position
        from
            classed
    )
select
    concat_ws(' ', placed.tier, placed.kind) as segment,
    placed.tier,
    placed.tier_position,
    placed.kind,
    placed.measure,
    placed.customers::integer as customers,
    safe_div(placed.customers, placed.all_customers) as customers_share,
    placed.number_class,
    placed.revenue::decimal(18, 4) as revenue,
    placed.margin::decimal(18, 4) as margin,
    placed.known_customers::integer as known_customers,
    placed.value_per_customer,
    placed.mean_value,
    case
        when placed.mean_value > 0 then safe_div(placed.value_per_customer, placed.mean_value)
    end as value_ratio,
    placed.margin_class,
    placed.level_position::integer as level_position,
    levels.level,
    case
        when levels.level is not null then null
        when placed.value_per_customer is null then 'margin not known'
        else 'the mean of all is not positive'
    end as level_reason
from
    placed
    left join run.relationship_levels as levels on placed.level_position = levels.position
