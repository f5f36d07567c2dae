-- One row per measure of service and group that answers for it: how it does now, how it did over the window, and when it was at its worst.
-- Now are the last service.recent_months complete months; it is held against the standard in force on the as-of date, or where there is
-- none against all groups together. Orders belong to sales regions, tickets to service points, by the month placed or opened; all is all
-- of them. bad now: the interval of what it is now misses the reference; unclear: it misses it by no more than chance explains, or of fewer
-- than satisfaction.min_answers; kept: it does not. was bad: it is not bad now, but that of the window misses by more than chance.
-- Intervals are Wilson's for shares, of the normal distribution for hours. The stretch is of months without a break that miss the
-- reference of the window; of several the one with the most orders or tickets times what each missed. What is bad now is placed
-- by how far it falls short now.
-- key: measure, dimension, group_name
-- columns:
--   measure        on_time_rate, order_fill_rate, perfect_order_rate, first_response_hours or resolution_hours, see service_measures
--   dimension      all, region or service_point
--   group_name     Group; unknown where the order or ticket names none
--   unit           share or hours
--   is_lower_better  Whether less is better
--   recent_from    First day of the last months
--   recent_until   Last day of them
--   recent_value   Value of the last months; NULL where nothing is known
--   recent_low     Lower end of its interval; NULL of one ticket
--   recent_high    Upper end
--   recent_base    Orders or tickets that it rests on
--   year_value     Value of the window analysed
--   year_base      What that rests on
--   reference      What the last months are held against; NULL where there is nothing
--   reference_is   standard or all: what that is; NULL where there is nothing
--   shortfall      By how much of the reference the last months miss it; NULL where they do not [0 to 1 and beyond]
--   status         bad now, was bad, unclear, kept or not judged
--   place          Place among the groups that are bad now, from 1; NULL for others, for all and for unknown
--   bad_from       First day of the worst stretch of the window; NULL where no month missed
--   bad_until      Last day of it
--   bad_value      Value of the stretch
--   bad_base       What that rests on
--   since_value    Value of the complete months after it; NULL where there is none
--   since_base     What that rests on
--   is_since_kept  Whether that does not miss the reference; NULL without either
-- checks:
--   what is bad now falls short: status <> 'bad now' or shortfall > 0
--   a stretch has an end: (bad_from is null) = (bad_until is null)
with
    months as (
        select
            month,
            month_end,
            row_number() over (
                order by
                    month desc
            ) as back
        from
            marts.month_ends
        where
            is_complete
    ),
    spans as (
        select
            min(
                case
                    when months.back <= settings.service_recent_months then months.month
                end
            ) as recent_from,
            max(months.month_end) as recent_until
        from
            months
            cross join run.settings as settings
    ),
    order_counts as (
        select
            coalesce(region, 'unknown') as group_name,
            month,
            period,
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
            ) as shipped,
            count(
                case
                    when perfect_state = 'perfect' then 1
                end
            ) as perfect,
            count(
                case
                    when perfect_state in ('perfect', 'failed') then 1
                end
            ) as judged
        from
            marts.order_service
        group by
            coalesce(region, 'unknown'),
            month,
            period
    ),
    ticket_hours as (
        select
            coalesce(service_point, 'unknown') as group_name,
            month,
            period,
            response_hours::decimal(12, 4) as response_hours,
            resolution_hours::decimal(12, 4) as resolution_hours
        from
            marts.service_tickets
    ),
    ticket_sums as (
        select
            group_name,
            month,
            period,
            sum(response_hours) as response_hours,
            sum(response_hours * response_hours) as response_squares,
            count(response_hours) as answered,
            sum(resolution_hours) as resolution_hours,
            sum(resolution_hours * resolution_hours) as resolution_squares,
            count(resolution_hours) as resolved
        from
            ticket_hours
        group by
            group_name,
            month,
            period
    ),
    of_groups as (
        select
            'on_time_rate' as measure,
            'region' as dimension,
            group_name,
            month,
            period,
            on_time::decimal(38, 8) as part,
            due as base,
            null::decimal(38, 8) as squares
        from
            order_counts
        union all
        select
            'order_fill_rate',
            'region',
            group_name,
            month,
            period,
            complete,
            shipped,
            null
        from
            order_counts
        union all
        select
            'perfect_order_rate',
            'region',
            group_name,
            month,
            period,
            perfect,
            judged,
            null
        from
            order_counts
        union all
        select
            'first_response_hours',
            'service_point',
            group_name,
            month,
            period,
            response_hours,
            answered,
            response_squares
        from
            ticket_sums
        union all
        select
            'resolution_hours',
            'service_point',
            group_name,
            month,
            period,
            resolution_hours,
            resolved,
            resolution_squares
        from
            ticket_sums
    ),
    entries as (
        select
            *
        from
            of_groups
        where
            base > 0
        union all
        select
            measure,
            'all',
            'all',
            month,
            period,
            part,
            base,
            squares
        from
            of_groups
        where
            base > 0
    ),
    -- The last months and the window, in one shape: each has its value and interval.
    timed as (
        select
            entries.*,
            'recent' as time
        from
            entries
            cross join spans
        where
            entries.month between spans.recent_from and spans.recent_until
        union all
        select
            entries.*,
            'year'
        from
            entries
        where
            entries.period = 'current'
    ),
    totals as (
        select
            measure,
            dimension,
            group_name,
            time,
            sum(part) as part,
            sum(base) as base,
            sum(squares) as squares
        from
            timed
        group by
            measure,
            dimension,
            group_name,
            time
    ),
    valued as (
        select
            totals.measure,
            totals.dimension,
            totals.group_name,
            totals.time,
            totals.base,
            safe_div(totals.part, totals.base) as value,
            case
                when totals.squares is null then wilson_low (totals.part, totals.base, quantiles.normal_quantile)
                else safe_div(totals.part, totals.base) - quantiles.normal_quantile * sqrt(
                    greatest(
                        0,
                        safe_div(totals.squares - safe_div(totals.part * totals.part::double, totals.base), totals.base - 1) / totals.base
                    )
                )
            end as low,
            case
                when totals.squares is null then wilson_high (totals.part, totals.base, quantiles.normal_quantile)
                else safe_div(totals.part, totals.base) + quantiles.normal_quantile * sqrt(
                    greatest(
                        0,
                        safe_div(totals.squares - safe_div(totals.part * totals.part::double, totals.base), totals.base - 1) / totals.base
                    )
                )
            end as high,
            coalesce(
                standards.standard,
                case
                    when totals.dimension <> 'all' then safe_div(wholes.part, wholes.base)
                end
            ) as reference,
            case
                when standards.standard is not null then 'standard'
                when totals.dimension <> 'all' then 'all'
            end as reference_is,
            measures.unit,
            measures.is_lower_better
        from
            totals
            inner join marts.service_measures as measures on totals.measure = measures.measure
            inner join totals as wholes on totals.measure = wholes.measure
            and totals.time = wholes.time
            and wholes.dimension = 'all'
            left join marts.service_standards as standards on totals.measure = standards.measure
            and standards.is_current
            cross join marts.interval_quantile as quantiles
    ),
    judged as (
        select
            valued.*,
            case
                when is_lower_better then value > reference
                else value < reference
            end as is_missed,
            valued.base >= settings.satisfaction_min_answers
            and case
                when is_lower_better then low > reference
                else high < reference
            end as is_clear
        from
            valued
            cross join run.settings as settings
    ),
    -- Months of the window that miss, and stretches of them.
    missed as (
        select
            entries.measure,
            entries.dimension,
            entries.group_name,
            months.month,
            months.month_end,
            months.back,
            sum(entries.part) as part,
            sum(entries.base) as base,
            years.reference,
            years.is_lower_better
        from
            entries
            inner join months on entries.month = months.month
            inner join judged as years on entries.measure = years.measure
            and entries.dimension = years.dimension
            and entries.group_name = years.group_name
            and years.time = 'year'
            cross join run.settings as settings
        where
            months.month > settings.as_of_date - settings.analysis_window_days
        group by
            entries.measure,
            entries.dimension,
            entries.group_name,
            months.month,
            months.month_end,
            months.back,
            years.reference,
            years.is_lower_better
        having
            case
                when years.is_lower_better then safe_div(sum(entries.part), sum(entries.base)) > years.reference
                else safe_div(sum(entries.part), sum(entries.base)) < years.reference
            end
    ),
    numbered as (
        select
            missed.*,
            missed.back + row_number() over (
                partition by
                    measure,
                    dimension,
                    group_name
                order by
                    month
            ) as stretch
        from
            missed
    ),
    stretches as (
        select
            measure,
            dimension,
            group_name,
            stretch,
            min(month) as bad_from,
            max(month_end) as bad_until,
            sum(part) as part,
            sum(base) as base,
            row_number() over (
                partition by
                    measure,
                    dimension,
                    group_name
                order by
                    abs(sum(part) - max(reference) * sum(base)) desc,
                    max(month) desc
            ) as rank
        from
            numbered
        group by
            measure,
            dimension,
            group_name,
            stretch
    ),
    since as (
        select
            entries.measure,
            entries.dimension,
            entries.group_name,
            sum(entries.part) as part,
            sum(entries.base) as base
        from
            entries
            inner join stretches on entries.measure = stretches.measure
            and entries.dimension = stretches.dimension
            and entries.group_name = stretches.group_name
            and stretches.rank = 1
            and entries.month > stretches.bad_until
            inner join months on entries.month = months.month
        group by
            entries.measure,
            entries.dimension,
            entries.group_name
    ),
    keys as (
        select distinct
            measure,
            dimension,
            group_name,
            unit,
            is_lower_better
        from
            judged
    ),
    joined as (
        select
            keys.*,
            spans.recent_from,
            spans.recent_until,
            recents.value as recent_value,
            recents.low as recent_low,
            recents.high as recent_high,
            recents.base as recent_base,
            years.value as year_value,
            years.base as year_base,
            coalesce(recents.reference, years.reference) as reference,
            coalesce(recents.reference_is, years.reference_is) as reference_is,
            case
                when recents.is_missed then safe_div(abs(recents.value - recents.reference), recents.reference)
            end as shortfall,
            case
                when coalesce(recents.reference, years.reference) is null then 'not judged'
                when recents.is_missed
                and recents.is_clear then 'bad now'
                when years.is_missed
                and years.is_clear then 'was bad'
                when recents.is_missed then 'unclear'
                when recents.is_missed is null then 'not judged'
                else 'kept'
            end as status,
            stretches.bad_from,
            stretches.bad_until,
            safe_div(stretches.part, stretches.base) as bad_value,
            stretches.base as bad_base,
            safe_div(since.part, since.base) as since_value,
            since.base as since_base
        from
            keys
            cross join spans
            left join judged as recents on keys.measure = recents.measure
            and keys.dimension = recents.dimension
            and keys.group_name = recents.group_name
            and recents.time = 'recent'
            left join judged as years on keys.measure = years.measure
            and keys.dimension = years.dimension
            and keys.group_name = years.group_name
            and years.time = 'year'
            left join stretches on keys.measure = stretches.measure
            and keys.dimension = stretches.dimension
            and keys.group_name = stretches.group_name
            and stretches.rank = 1
            left join since on keys.measure = since.measure
            and keys.dimension = since.dimension
            and keys.group_name = since.group_name
    )
select
    measure,
    dimension,
    group_name,
    unit,
    is_lower_better,
    recent_from,
    recent_until,
    recent_value,
    recent_low,
    recent_high,
    coalesce(recent_base, 0)::integer as recent_base,
    year_value,
    coalesce(year_base, 0)::integer as year_base,
    reference,
    reference_is,
    shortfall,
    status,
    case
        when status = 'bad now'
        and dimension <> 'all'
        and group_name <> 'unknown' then row_number() over (
            partition by
                status = 'bad now'
                and dimension <> 'all'
                and group_name <> 'unknown'
            order by
                shortfall desc nulls last,
                measure,
                dimension,
                group_name
        )
    end::integer as place,
    bad_from,
    bad_until,
    bad_value,
    bad_base::integer as bad_base,
    since_value,
    since_base::integer as since_base,
    case
        when is_lower_better then since_value <= reference
        else since_value >= reference
    end as is_since_kept
from
    joined
