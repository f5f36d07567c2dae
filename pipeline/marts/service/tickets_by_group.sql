-- One row per dimension, group and time: tickets opened in it, how fast they were answered and resolved, and what they cost.
-- Dimensions are all, the kind of ticket, its category, the service point, the product, and tier and region of the customer, and the month in
-- which it was opened; in each of them tickets, costs and charges add up to all of them. Times of response and resolution are of
-- tickets that have been answered and resolved: those that wait are counted beside them, for they make the times look better than
-- they are. Intervals are Wilson's.
-- key: dimension, group_name, period
-- columns:
--   dimension           all, presale, kind, category, service_point, product, tier, region or month
--   group_name          Group; unknown where the ticket names none, no tier for a customer without one; yes or no for presale
--   period              current, prior or month; open: all that are open on the as-of date, whenever they were opened
--   tickets             Tickets opened [tickets]
--   requests            Service requests among them [tickets]
--   complaints          Complaints among them [tickets]
--   customers           Customers that opened them [customers]
--   answered            Tickets answered by the as-of date [tickets]
--   unanswered          Tickets that are open and without a first response [tickets]
--   response_mean       Mean hours to the first response [hours]
--   response_median     Median hours [hours]
--   response_p90        90th percentile [hours]
--   resolved            Tickets resolved by the as-of date [tickets]
--   resolution_mean     Mean hours to the resolution [hours]
--   resolution_median   Median hours [hours]
--   resolution_p90      90th percentile [hours]
--   open_tickets        Those of them that are not resolved; how many wait in all, period open says [tickets]
--   open_complaints     Complaints among these [tickets]
--   oldest_days         Age of the oldest open one, of period open; NULL for all others, which do not hold what is older [days]
--   contact_known       Tickets of which it is known whether they were resolved at the first contact [tickets]
--   contact_resolved    Those that were [tickets]
--   first_contact_rate  Share of them [0 to 1]
--   first_contact_low   Lower end of its interval [0 to 1]
--   first_contact_high  Upper end [0 to 1]
--   repeat_complaints   Complaints that repeat another [tickets]
--   repeat_complaint_rate  Share of the complaints [0 to 1]
--   repeat_complaint_low   Lower end of its interval [0 to 1]
--   repeat_complaint_high  Upper end [0 to 1]
--   costed_tickets      Tickets whose cost is known [tickets]
--   cost                What serving them cost, as far as that is known; NULL where it is known of none [reporting currency]
--   charge              What customers were charged for them; NULL where that is known of none [reporting currency]
--   net_cost            Cost less charges; NULL without a cost [reporting currency]
-- checks:
--   a ticket is one or the other: tickets = requests + complaints
--   it is resolved or open: tickets = resolved + open_tickets
with
    divided as (
        select
            unnest(['all', 'presale', 'kind', 'category', 'service_point', 'product', 'tier', 'region', 'month']) as dimension,
            unnest(
                [
                    'all',
                    case
                        when is_presale then 'yes'
                        else 'no'
                    end,
                    kind,
                    coalesce(category, 'unknown'),
                    coalesce(service_point, 'unknown'),
                    coalesce(product_id, 'unknown'),
                    coalesce(tier, 'no tier'),
                    coalesce(region, 'unknown'),
                    month::varchar
                ]
            ) as group_name,
            unnest([period, period, period, period, period, period, period, period, 'month']) as period,
            ticket_id,
            customer_id,
            kind,
            response_hours,
            resolution_hours,
            is_open,
            age_days,
            is_first_contact,
            is_repeat,
            cost,
            charge
        from
            marts.service_tickets
    ),
    entries as (
        select
            divided.*,
            period as time
        from
            divided
        where
            period <> 'earlier'
        union all
        select
            divided.*,
            'open'
        from
            divided
        where
            is_open
            and dimension <> 'month'
    ),
    counts as (
        select
            dimension,
            group_name,
            time as period,
            count(*) as tickets,
            count(
                case
                    when kind = 'request' then 1
                end
            ) as requests,
            count(
                case
                    when kind = 'complaint' then 1
                end
            ) as complaints,
            count(distinct customer_id) as customers,
            count(response_hours) as answered,
            count(
                case
                    when is_open
                    and response_hours is null then 1
                end
            ) as unanswered,
            sum(
                response_hours
                order by
                    ticket_id
            ) as response_hours,
            quantile_cont(response_hours::double, 0.5) as response_median,
            quantile_cont(response_hours::double, 0.9) as response_p90,
            count(resolution_hours) as resolved,
            sum(
                resolution_hours
                order by
                    ticket_id
            ) as resolution_hours,
            quantile_cont(resolution_hours::double, 0.5) as resolution_median,
            quantile_cont(resolution_hours::double, 0.9) as resolution_p90,
            count(
                case
                    when is_open then 1
                end
            ) as open_tickets,
            count(
                case
                    when is_open
                    and kind = 'complaint' then 1
                end
            ) as open_complaints,
            max(
                case
                    when time = 'open' then age_days
                end
            ) as oldest_days,
            count(is_first_contact) as contact_known,
            count(
                case
                    when is_first_contact then 1
                end
            ) as contact_resolved,
            count(
                case
                    when is_repeat then 1
                end
            ) as repeat_complaints,
            count(cost) as costed_tickets,
            sum(cost) as cost,
            sum(charge) as charge
        from
            entries
        group by
            dimension,
            group_name,
            time
    )
select
    counts.dimension,
    counts.group_name,
    counts.period,
    counts.tickets::integer as tickets,
    counts.requests::integer as requests,
    counts.complaints::integer as complaints,
    counts.customers::integer as customers,
    counts.answered::integer as answered,
    counts.unanswered::integer as unanswered,
    safe_div(counts.response_hours, counts.answered) as response_mean,
    counts.response_median,
    counts.response_p90,
    counts.resolved::integer as resolved,
    safe_div(counts.resolution_hours, counts.resolved) as resolution_mean,
    counts.resolution_median,
    counts.resolution_p90,
    counts.open_tickets::integer as open_tickets,
    counts.open_complaints::integer as open_complaints,
    counts.oldest_days::integer as oldest_days,
    counts.contact_known::integer as contact_known,
    counts.contact_resolved::integer as contact_resolved,
    safe_div(counts.contact_resolved, counts.contact_known) as first_contact_rate,
    wilson_low (counts.contact_resolved, counts.contact_known, quantiles.normal_quantile) as first_contact_low,
    wilson_high (counts.contact_resolved, counts.contact_known, quantiles.normal_quantile) as first_contact_high,
    counts.repeat_complaints::integer as repeat_complaints,
    safe_div(counts.repeat_complaints, counts.complaints) as repeat_complaint_rate,
    wilson_low (counts.repeat_complaints, counts.complaints, quantiles.normal_quantile) as repeat_complaint_low,
    wilson_high (counts.repeat_complaints, counts.complaints, quantiles.normal_quantile) as repeat_complaint_high,
    counts.costed_tickets::integer as costed_tickets,
    counts.cost::decimal(18, 4) as cost,
    counts.charge::decimal(18, 4) as charge,
    (counts.cost - coalesce(counts.charge, 0))::decimal(18, 4) as net_cost
from
    counts
    cross join marts.interval_quantile as quantiles
