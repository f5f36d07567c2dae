-- One row per attitude and behaviour: the customers that ever ordered, what they bring, and what to do, see customer_loyalty. Where
-- nobody is, there are 0. Shares are of all customers that ever ordered, those whose attitude is not known too. A chance to leave has
-- who has not left yet: its mean says nothing of the lost, who are counted beside it.
-- key: attitude, behaviour
-- columns:
--   attitude          favourable, unfavourable or not known
--   behaviour         How they buy: regularly or seldom
--   loyalty           true, latent, spurious, none, or not known
--   customers         Customers [customers]
--   customer_share    Customers by all [0 to 1]
--   known_share       Customers by all whose attitude is known; NULL for the others [0 to 1]
--   revenue           Revenue in the current window [reporting currency]
--   revenue_share     Revenue by that of all; NULL where that is not positive
--   leave_probability  Mean chance to leave of those who have one, see customer_churn; NULL without any [0 to 1]
--   rated_customers   Customers that have one [customers]
--   lost_customers    Customers lost already, see lost_customers [customers]
--   action            What to do
-- checks:
--   none has a chance to leave that has left: rated_customers + lost_customers <= customers
--   the mean rests on somebody: (leave_probability is null) = (rated_customers = 0)
with
    cells as (
        select
            attitudes.attitude,
            behaviours.behaviour,
            case
                when attitudes.attitude = 'not known' then 'not known'
                when attitudes.attitude = 'favourable'
                and behaviours.behaviour = 'regularly' then 'true'
                when attitudes.attitude = 'favourable' then 'latent'
                when behaviours.behaviour = 'regularly' then 'spurious'
                else 'none'
            end as loyalty
        from
            (
                values
                    ('favourable'),
                    ('unfavourable'),
                    ('not known')
            ) as attitudes (attitude)
            cross join (
                values
                    ('regularly'),
                    ('seldom')
            ) as behaviours (behaviour)
    ),
    counts as (
        select
            loyalty.attitude,
            loyalty.behaviour,
            count(*) as customers,
            sum(customers.current_revenue) as revenue,
            safe_div(
                sum(
                    churn.probability
                    order by
                        loyalty.customer_id
                ),
                count(churn.probability)
            ) as leave_probability,
            count(churn.probability) as rated_customers,
            count(lost.customer_id) as lost_customers
        from
            marts.customer_loyalty as loyalty
            inner join marts.customers as customers on loyalty.customer_id = customers.customer_id
            left join marts.customer_churn as churn on loyalty.customer_id = churn.customer_id
            left join marts.lost_customers as lost on loyalty.customer_id = lost.customer_id
        group by
            loyalty.attitude,
            loyalty.behaviour
    ),
    totals as (
        select
            sum(customers) as customers,
            sum(
                case
                    when attitude <> 'not known' then customers
                end
            ) as known_customers,
            sum(revenue) as revenue
        from
            counts
    )
select
    cells.attitude,
    cells.behaviour,
    cells.loyalty,
    coalesce(counts.customers, 0)::integer as customers,
    safe_div(coalesce(counts.customers, 0), totals.customers) as customer_share,
    case
        when cells.attitude <> 'not known' then safe_div(coalesce(counts.customers, 0), totals.known_customers)
    end as known_share,
    coalesce(counts.revenue, 0)::decimal(18, 4) as revenue,
    case
        when totals.revenue > 0 then safe_div(coalesce(counts.revenue, 0), totals.revenue)
    end as revenue_share,
    counts.leave_probability,
    coalesce(counts.rated_customers, 0)::integer as rated_customers,
    coalesce(counts.lost_customers, 0)::integer as lost_customers,
    case cells.loyalty
        when 'true' then 'Thank them, ask them for referrals, and let no complaint of theirs wait'
        when 'latent' then 'Find out what keeps them from buying more often, and take it away'
        when 'spurious' then 'They stay from habit or for want of a choice: mend what they do not like before a rival calls'
        when 'none' then 'Win back where the value is worth it; no cost beyond that'
        else 'Ask them how they feel, the most valuable first'
    end as action
from
    cells
    cross join totals
    left join counts on cells.attitude = counts.attitude
    and cells.behaviour = counts.behaviour
where
    totals.customers > 0
