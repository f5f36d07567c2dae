-- One row per metric and span of days that a goal asks it over, see target_spans: the value reached.
-- Sums and rates are added up from days, so that a rate is that of all its orders or tickets: orders and what became of them on the day
-- they were placed, tickets on the day they came in, complaints per order of those opened by those placed, the cost of a customer won of what was spent by those who first ordered. retention_rate is
-- the share of the buyers of as many days before that bought again. Of nps and csat the last answer of each customer in
-- the span counts, anonymous ones each. Lost and won-back customers are added up from months, and need spans of whole ones.
-- Of month ends the last in the span counts. What cannot be measured is NULL with the reason, never 0; a sum of nothing, where what it
-- needs is on record for the span, is 0. On record for the span is what began no later than targets.start_tolerance_days, and
-- targets.start_tolerance_share of the span, after its beginning. A share of orders, complaints by orders and a share of customers or answers have Wilson's
-- interval, means of orders and tickets that of the normal distribution, nps that of net_promoter_scores: what chance may make of a few.
-- Sums, counts and what is known of all there are, such as debts or customer files, have none.
-- key: metric, first_day, last_day
-- columns:
--   metric     Figure, see target_metrics
--   first_day  First day that is measured
--   last_day   Last day that is measured
--   value      Value reached, in the unit of the metric; NULL where it cannot be measured
--   reason     Why there is none
--   low        Lower end of the interval of prediction.confidence; NULL for what has none, and of one order or ticket
--   high       Upper end of that interval
-- checks:
--   there is a value or a reason: (value is null) = (reason is not null)
--   the value lies in its interval: coalesce(value between low - 1e-9 and high + 1e-9, true)
with
    spans as (
        select distinct
            metric,
            kind,
            first_day,
            last_day
        from
            marts.target_spans
    ),
    -- Sums and rates: what a day adds to the sum, or to both sides of the fraction; unknown is what keeps it from being known.
    order_days as (
        select
            order_date as day,
            sum(order_count) as orders,
            sum(revenue) as revenue,
            sum(revenue::decimal(19, 4) * revenue::decimal(19, 4)) as squares,
            sum(margin) as margin,
            count(*) - count(margin) as unknown
        from
            marts.orders
        group by
            order_date
    ),
    new_days as (
        select
            first_deal_date as day,
            count(*) as customers
        from
            marts.customers
        where
            first_order_date is not null
        group by
            first_deal_date
    ),
    service_days as (
        select
            order_date as day,
            count(*) as orders,
            count(
                case
                    when due_state = 'on time' then 1
                end
            ) as on_time,
            count(is_late) as due,
            count(
                case
                    when fill_state = 'complete' then 1
                end
            ) as complete,
            count(
                case
                    when fill_state in ('complete', 'short') then 1
                end
            ) as filled_or_short,
            sum(known_lines) as known_lines,
            sum(filled_lines) as filled_lines,
            sum(known_units) as known_units,
            sum(filled_units) as filled_units,
            count(
                case
                    when perfect_state = 'perfect' then 1
                end
            ) as perfect,
            count(
                case
                    when perfect_state in ('perfect', 'failed') then 1
                end
            ) as judged,
            count(
                case
                    when is_settled
                    and is_returned then 1
                end
            ) as returned,
            count(
                case
                    when is_settled then is_returned
                end
            ) as settled
        from
            marts.order_service
        group by
            order_date
    ),
    ticket_days as (
        select
            opened_date as day,
            count(
                case
                    when kind = 'complaint' then 1
                end
            ) as complaints,
            count(response_hours) as answered,
            sum(response_hours::decimal(18, 6)) as response_hours,
            sum(response_hours::decimal(15, 3) * response_hours::decimal(15, 3)) as response_squares,
            count(resolution_hours) as resolved,
            sum(resolution_hours::decimal(18, 6)) as resolution_hours,
            sum(resolution_hours::decimal(15, 3) * resolution_hours::decimal(15, 3)) as resolution_squares
        from
            marts.service_tickets
        group by
            opened_date
    ),
    days as (
        select
            'revenue' as metric,
            day,
            revenue::decimal(38, 6) as part,
            null::decimal(38, 6) as base,
            0 as unknown,
            null::decimal(38, 6) as squares
        from
            order_days
        union all
        select
            'margin',
            day,
            margin,
            null,
            unknown,
            null
        from
            order_days
        union all
        select
            'margin_rate',
            day,
            margin,
            revenue,
            unknown,
            null
        from
            order_days
        union all
        select
            'orders',
            day,
            orders,
            null,
            0,
            null
        from
            order_days
        union all
        select
            'average_order_value',
            day,
            revenue,
            orders,
            0,
            squares
        from
            order_days
        union all
        -- A day with orders is on record, whether or not one was a first.
        select
            'new_customers',
            order_days.day,
            coalesce(new_days.customers, 0),
            null,
            0,
            null
        from
            order_days
            left join new_days on order_days.day = new_days.day
        union all
        select
            'on_time_rate',
            day,
            on_time,
            due,
            0,
            null
        from
            service_days
        union all
        select
            'fill_rate',
            day,
            complete,
            filled_or_short,
            0,
            null
        from
            service_days
        union all
        select
            'line_fill_rate',
            day,
            filled_lines,
            known_lines,
            0,
            null
        from
            service_days
        union all
        select
            'unit_fill_rate',
            day,
            filled_units,
            known_units,
            0,
            null
        from
            service_days
        union all
        select
            'perfect_order_rate',
            day,
            perfect,
            judged,
            0,
            null
        from
            service_days
        union all
        select
            'return_rate',
            day,
            returned,
            settled,
            0,
            null
        from
            service_days
        union all
        select
            'complaint_rate',
            day,
            complaints,
            null,
            0,
            null
        from
            ticket_days
        union all
        select
            'complaint_rate',
            day,
            null,
            orders,
            0,
            null
        from
            service_days
        union all
        select
            'first_response_hours',
            day,
            response_hours,
            answered,
            0,
            response_squares
        from
            ticket_days
        union all
        select
            'resolution_hours',
            day,
            resolution_hours,
            resolved,
            0,
            resolution_squares
        from
            ticket_days
        union all
        -- What was spent to win customers, by the customers won.
        select
            'acquisition_cost',
            spend_date,
            sum(amount),
            null,
            0,
            null
        from
            marts.acquisition_spend
        group by
            spend_date
        union all
        select
            'acquisition_cost',
            day,
            null,
            customers,
            0,
            null
        from
            new_days
    ),
    day_totals as (
        select
            spans.metric,
            spans.first_day,
            spans.last_day,
            sum(days.part) as part,
            sum(days.base) as base,
            sum(days.unknown) as unknown,
            sum(days.squares) as squares
        from
            spans
            inner join days on spans.metric = days.metric
            and days.day between spans.first_day and spans.last_day
        group by
            spans.metric,
            spans.first_day,
            spans.last_day
    ),
    -- Customers: who bought in the span, and in as many days before it.
    buyers as (
        select
            spans.metric,
            spans.first_day,
            spans.last_day,
            orders.customer_id,
            max(
                case
                    when orders.order_date >= spans.first_day then 1
                    else 0
                end
            ) as has_bought,
            max(
                case
                    when orders.order_date < spans.first_day then 1
                    else 0
                end
            ) as had_bought
        from
            spans
            inner join marts.orders as orders on orders.order_date between spans.first_day - (spans.last_day - spans.first_day + 1)::integer and spans.last_day
        where
            spans.kind = 'customers'
            and orders.order_count > 0
        group by
            spans.metric,
            spans.first_day,
            spans.last_day,
            orders.customer_id
    ),
    buyer_totals as (
        select
            metric,
            first_day,
            last_day,
            sum(has_bought) as customers,
            sum(had_bought) as prior_customers,
            sum(has_bought * had_bought) as retained_customers
        from
            buyers
        group by
            metric,
            first_day,
            last_day
    ),
    -- Answers: the last of each customer.
    answers as (
        select
            spans.metric,
            spans.first_day,
            spans.last_day,
            case spans.metric
                when 'nps' then forms.recommend_score
                when 'csat' then forms.satisfaction_score
            end as score,
            row_number() over (
                partition by
                    spans.metric,
                    spans.first_day,
                    spans.last_day,
                    forms.customer_id,
                    case
                        when forms.customer_id is null then forms.survey_id
                    end
                order by
                    forms.answer_date desc,
                    forms.survey_id desc
            ) as place
        from
            spans
            inner join marts.survey_forms as forms on forms.answer_date between spans.first_day and spans.last_day
        where
            case spans.metric
                when 'nps' then forms.recommend_score
                when 'csat' then forms.satisfaction_score
            end is not null
    ),
    answer_counts as (
        select
            answers.metric,
            answers.first_day,
            answers.last_day,
            count(*) as answers,
            count(
                case
                    when answers.score >= case answers.metric
                        when 'nps' then settings.satisfaction_promoter_from
                        else settings.satisfaction_satisfied_from
                    end then 1
                end
            ) as good,
            count(
                case
                    when answers.metric = 'nps'
                    and answers.score < settings.satisfaction_passive_from then 1
                end
            ) as bad
        from
            answers
            cross join run.settings as settings
        where
            answers.place = 1
        group by
            answers.metric,
            answers.first_day,
            answers.last_day
    ),
    answer_errors as (
        select
            answer_counts.*,
            safe_div(good - bad, answers) as share,
            safe_div(good - bad, answers + 3) as middle,
            sqrt(
                safe_div(safe_div(good + bad + 1.5, answers + 3) - power(safe_div(good - bad, answers + 3), 2), answers + 3)
            ) as error
        from
            answer_counts
    ),
    answer_totals as (
        select
            errors.metric,
            errors.first_day,
            errors.last_day,
            errors.answers,
            case
                when errors.metric = 'nps' then 100 * errors.share
                else errors.share
            end as value,
            case
                when errors.metric = 'nps' then greatest(-100, 100 * least(errors.share, errors.middle - intervals.normal_quantile * errors.error))
                else wilson_low (errors.good, errors.answers, intervals.normal_quantile)
            end as low,
            case
                when errors.metric = 'nps' then least(100, 100 * greatest(errors.share, errors.middle + intervals.normal_quantile * errors.error))
                else wilson_high (errors.good, errors.answers, intervals.normal_quantile)
            end as high
        from
            answer_errors as errors
            cross join marts.interval_quantile as intervals
    ),
    -- Month ends, and what is added up from them.
    month_ends as (
        select
            'overdue_share' as metric,
            month_end,
            overdue_share as value,
            'nothing is owed' as reason
        from
            marts.receivables_by_month
        union all
        select
            'dso_days',
            month_end,
            dso_days,
            'invoices do not reach back far enough, or nothing was billed'
        from
            marts.receivables_by_month
        union all
        select
            'active_customers',
            month_end,
            active,
            null
        from
            marts.state_rates
        union all
        select
            'lost_customers',
            rates.month_end,
            case
                when horizons.days is not null then rates.left_customers
            end,
            'it is not known after how long a customer counts as lost'
        from
            marts.state_rates as rates
            left join marts.lost_after_by_month as horizons on rates.month_end = horizons.month_end
        union all
        select
            'won_back_customers',
            rates.month_end,
            case
                when horizons.days is not null then rates.won_back
            end,
            'it is not known after how long a customer counts as lost'
        from
            marts.state_rates as rates
            left join marts.lost_after_by_month as horizons on rates.month_end = horizons.month_end
        union all
        select
            'loyal_customers',
            month_end,
            customers,
            null
        from
            marts.states_by_month
        where
            state = 'loyal'
    ),
    month_totals as (
        select
            spans.metric,
            spans.first_day,
            spans.last_day,
            max(month_ends.month_end) as month_end,
            sum(month_ends.value::decimal(18, 4)) as value
        from
            spans
            inner join month_ends on spans.metric = month_ends.metric
            and month_ends.month_end between spans.first_day and spans.last_day
        where
            spans.kind in ('month end', 'sum of months')
        group by
            spans.metric,
            spans.first_day,
            spans.last_day
    ),
    -- What is known for the as-of date alone.
    todays as (
        select
            'key_customers_kept' as metric,
            key_kept_customers::double as value,
            case
                when key_kept_customers is null then coalesce(prior_reason, 'there are no tiers')
            end as reason
        from
            marts.value_figures
        union all
        select
            'contact_compliance',
            in_time_rate,
            case
                when in_time_rate is null then 'no contact is due, or contacts are not on record'
            end
        from
            marts.relationship_groups
        where
            dimension = 'all'
        union all
        select
            'file_quality',
            score,
            case
                when score is null then coalesce(reason, 'no customer file is on record')
            end
        from
            marts.quality_scores
        where
            dimension = 'all'
        union all
        select
            'poor_file_share',
            safe_div(poor_customers, customers),
            case
                when customers = 0
                or poor_customers is null then 'no customer file is on record'
            end
        from
            marts.quality_scores
        where
            dimension = 'all'
    ),
    -- From when on what a metric needs is on record: each side of a fraction from the first day that has any of it.
    starts as (
        select
            metric,
            min(
                case
                    when coalesce(part, base) is not null
                    and coalesce(base, 1) <> 0 then day
                end
            ) as start_date
        from
            days
        where
            metric not in ('complaint_rate', 'acquisition_cost')
        group by
            metric
        union all
        select
            'acquisition_cost',
            min(spend_date)
        from
            marts.acquisition_spend
        union all
        select
            'complaint_rate',
            min(day)
        from
            ticket_days
        union all
        select
            metrics.metric,
            min(orders.order_date)
        from
            marts.target_metrics as metrics
            cross join marts.orders as orders
        where
            metrics.kind = 'customers'
        group by
            metrics.metric
        union all
        select
            metrics.metric,
            min(
                case
                    when case metrics.metric
                        when 'nps' then forms.recommend_score
                        else forms.satisfaction_score
                    end is not null then forms.answer_date
                end
            )
        from
            marts.target_metrics as metrics
            cross join marts.survey_forms as forms
        where
            metrics.kind = 'answers'
        group by
            metrics.metric
        union all
        select
            metric,
            date_trunc('month', min(month_end))::date
        from
            month_ends
        group by
            metric
    ),
    found as (
        select
            spans.metric,
            spans.kind,
            spans.first_day,
            spans.last_day,
            metrics.needs,
            starts.start_date,
            case
                when spans.metric = 'retention_rate' then spans.first_day - (spans.last_day - spans.first_day + 1)::integer
                else spans.first_day
            end as needed_from,
            day_totals.part,
            day_totals.base,
            day_totals.unknown,
            day_totals.squares,
            buyer_totals.customers,
            buyer_totals.prior_customers,
            buyer_totals.retained_customers,
            answer_totals.answers,
            answer_totals.value as answer_value,
            answer_totals.low as answer_low,
            answer_totals.high as answer_high,
            month_totals.month_end,
            month_totals.value as month_sum,
            month_ends.value as month_value,
            month_ends.reason as month_reason,
            todays.value as today_value,
            todays.reason as today_reason,
            todays.metric is not null as has_today,
            settings.as_of_date,
            least(
                settings.targets_start_tolerance_days,
                floor(settings.targets_start_tolerance_share * (spans.last_day - spans.first_day + 1))
            )::integer as tolerance_days,
            settings.satisfaction_min_answers as min_answers
        from
            spans
            inner join marts.target_metrics as metrics on spans.metric = metrics.metric
            cross join run.settings as settings
            left join starts on spans.metric = starts.metric
            left join day_totals on spans.metric = day_totals.metric
            and spans.first_day = day_totals.first_day
            and spans.last_day = day_totals.last_day
            left join buyer_totals on spans.metric = buyer_totals.metric
            and spans.first_day = buyer_totals.first_day
            and spans.last_day = buyer_totals.last_day
            left join answer_totals on spans.metric = answer_totals.metric
            and spans.first_day = answer_totals.first_day
            and spans.last_day = answer_totals.last_day
            left join month_totals on spans.metric = month_totals.metric
            and spans.first_day = month_totals.first_day
            and spans.last_day = month_totals.last_day
            left join month_ends on month_totals.metric = month_ends.metric
            and month_totals.month_end = month_ends.month_end
            left join todays on spans.kind = 'as-of date'
            and spans.metric = todays.metric
    ),
    valued as (
        select
            found.*,
            case
                when kind = 'as-of date' then case
                    when last_day < as_of_date then 'it is known only for the as-of date'
                    when not has_today then 'no ' || needs || ' are on record'
                    else today_reason
                end
                when start_date is null then 'no ' || needs || ' are on record'
                when kind = 'month end' then case
                    when month_end is null then 'no ' || needs || ' are on record at a month end of the period'
                    when month_value is null then month_reason
                end
                when start_date > least(needed_from + tolerance_days, last_day) then needs || ' are on record only from ' || start_date || ': supply them from ' || needed_from || ' on, or let the goal begin later'
                when kind = 'sum of months' then case
                    when first_day <> date_trunc('month', first_day)
                    or (
                        last_day <> last_day(last_day)
                        and last_day <> as_of_date
                    ) then 'it is counted over whole months alone'
                    when month_value is null then month_reason
                end
                when unknown > 0 then 'the margin of some orders is not known'
                when metric = 'margin_rate'
                and coalesce(base, 0) <= 0 then 'the revenue of the period is not positive'
                when metric = 'retention_rate'
                and coalesce(prior_customers, 0) = 0 then 'nobody bought in the time before'
                when kind = 'rate'
                and coalesce(base, 0) <= 0 then 'there is nothing to measure it by in the period'
                when kind = 'answers'
                and coalesce(answers, 0) < min_answers then 'too few customers answered: ' || coalesce(answers, 0)
            end as reason
        from
            found
    ),
    spread as (
        select
            valued.*,
            metric in ('on_time_rate', 'fill_rate', 'perfect_order_rate', 'return_rate', 'complaint_rate')
            and coalesce(part, 0) between 0 and base as is_share,
            -- Squares are there of means of orders and tickets alone.
            case
                when base > 1
                and squares is not null then intervals.normal_quantile * sqrt(greatest(0, safe_div(squares - safe_div(part * part::double, base), base - 1) / base))
            end as reach
        from
            valued
            cross join marts.interval_quantile as intervals
    )
select
    valued.metric,
    valued.first_day,
    valued.last_day,
    case
        when reason is not null then null
        when kind = 'sum' then coalesce(part, 0)::double
        when kind = 'sum of months' then coalesce(month_sum, 0)::double
        when kind = 'rate' then safe_div(coalesce(part, 0), base)
        when metric = 'buying_customers' then coalesce(customers, 0)::double
        when metric = 'retention_rate' then safe_div(retained_customers, prior_customers)
        when kind = 'answers' then answer_value
        when kind = 'month end' then month_value::double
        when kind = 'as-of date' then today_value
    end as value,
    reason,
    case
        when reason is not null then null
        when metric = 'retention_rate' then wilson_low (retained_customers, prior_customers, intervals.normal_quantile)
        when kind = 'answers' then answer_low
        when is_share then wilson_low (coalesce(part, 0), base, intervals.normal_quantile)
        else safe_div(part, base) - reach
    end as low,
    case
        when reason is not null then null
        when metric = 'retention_rate' then wilson_high (retained_customers, prior_customers, intervals.normal_quantile)
        when kind = 'answers' then answer_high
        when is_share then wilson_high (coalesce(part, 0), base, intervals.normal_quantile)
        else safe_div(part, base) + reach
    end as high
from
    spread as valued
    cross join marts.interval_quantile as intervals
